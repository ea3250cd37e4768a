package studio.avatar.common.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a batch in waves: the first event of every key together, then the second of
 * every key whose first is acknowledged, and so on. Different chats do not wait for each
 * other, and no event overtakes one of its own chat.
 */
class Waves {

	private static final Logger log = LoggerFactory.getLogger(Waves.class);

	private final Publisher publisher;

	Waves(Publisher publisher) {
		this.publisher = publisher;
	}

	/** The sequence numbers of what the broker has. */
	List<Long> publish(List<OutboxRow> batch) {
		Map<String, Deque<OutboxRow>> byKey = new LinkedHashMap<>();
		batch.forEach((row) -> byKey.computeIfAbsent(row.key(), (key) -> new ArrayDeque<>()).add(row));
		List<Long> published = new ArrayList<>();
		while (!byKey.isEmpty()) {
			wave(byKey, published);
			byKey.values().removeIf(Collection::isEmpty);
		}
		return published;
	}

	private void wave(Map<String, Deque<OutboxRow>> byKey, List<Long> published) {
		List<Sent> wave = byKey.values().stream().map(Deque::removeFirst).map(this::send).toList();
		for (Sent sent : wave) {
			if (acknowledged(sent)) {
				published.add(sent.row().seq());
			}
			else {
				byKey.remove(sent.row().key());
			}
		}
	}

	private Sent send(OutboxRow row) {
		ProducerRecord<byte[], byte[]> record = row.toRecord();
		return new Sent(row, record, this.publisher.send(record));
	}

	private static boolean acknowledged(Sent sent) {
		try {
			Publisher.await(sent.record(), sent.future());
			return true;
		}
		catch (NotPublished ex) {
			log.atWarn()
				.addKeyValue("topic", sent.row().topic())
				.addKeyValue("chatId", sent.row().key())
				.setCause(ex)
				.log("Event stays in the outbox");
			return false;
		}
	}

	private record Sent(OutboxRow row, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> future) {
	}

}
