package studio.avatar.common.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one batch in waves: the first event of every key together, then the second of
 * every key whose first is acknowledged, and so on. Different chats do not wait for each
 * other, and no event overtakes one of its own chat. When the broker is away the rest is
 * not tried, since each attempt would wait for its own timeout.
 */
class Waves {

	private static final Logger log = LoggerFactory.getLogger(Waves.class);

	private final Publisher publisher;

	private final Map<String, Deque<OutboxRow>> byLane = new LinkedHashMap<>();

	private final List<Long> published = new ArrayList<>();

	private final Set<String> refused = new HashSet<>();

	private boolean away;

	Waves(Publisher publisher) {
		this.publisher = publisher;
	}

	Waves publish(List<OutboxRow> batch) {
		batch.forEach((row) -> this.byLane.computeIfAbsent(row.lane(), (lane) -> new ArrayDeque<>()).add(row));
		while (!this.byLane.isEmpty() && !this.away) {
			sendWave().forEach(this::settle);
			this.byLane.values().removeIf(Collection::isEmpty);
		}
		return this;
	}

	/** The sequence numbers of what the broker has. */
	List<Long> published() {
		return this.published;
	}

	/** Keys whose first event the broker refuses; their later events wait behind it. */
	Set<String> refused() {
		return this.refused;
	}

	boolean brokerIsAway() {
		return this.away;
	}

	private List<Sent> sendWave() {
		List<Sent> wave = new ArrayList<>();
		for (Deque<OutboxRow> rows : this.byLane.values()) {
			Sent sent = send(rows.removeFirst());
			wave.add(sent);
			if (sent.future().state() == Future.State.FAILED) {
				break;
			}
		}
		return wave;
	}

	private Sent send(OutboxRow row) {
		ProducerRecord<byte[], byte[]> record = row.toRecord();
		return new Sent(row, record, this.publisher.send(record));
	}

	private void settle(Sent sent) {
		try {
			Publisher.await(sent.record(), sent.future());
			this.published.add(sent.row().seq());
		}
		catch (NotPublished ex) {
			this.byLane.remove(sent.row().lane());
			this.away = this.away || !ex.refusesTheRecord();
			if (ex.refusesTheRecord()) {
				this.refused.add(sent.row().key());
			}
			log.atWarn()
				.addKeyValue("topic", sent.row().topic())
				.addKeyValue("recordKey", sent.row().key())
				.setCause(ex)
				.log("Event stays in the outbox");
		}
	}

	private record Sent(OutboxRow row, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> future) {
	}

}
