package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Puts records on {@code <service>.replay}: same id and key, a fresh timestamp (an old
 * one would make the broker delete the record at once), and of the headers only those
 * that say what the event is.
 */
public class ReplaySending {

	/** Others would mix traces, or mean something on this topic. */
	private static final Set<String> GO_ALONG = Set.of(Headers.SPEC_VERSION, Headers.ID, Headers.TYPE, Headers.SOURCE,
			Headers.TIME, Headers.SUBJECT, Headers.CORRELATION_ID, Headers.CAUSATION_ID, Headers.TRACEPARENT,
			Headers.CONTENT_TYPE);

	private final Publisher publisher;

	ReplaySending(Publisher publisher) {
		this.publisher = publisher;
	}

	/**
	 * Sends them in this order and waits until the broker has all it takes.
	 * @return those it refuses for what they are, too large above all; no later try helps
	 * @throws NotPublished when it is away; any of them may have gone out then
	 */
	public List<ReplayRecord> send(ServiceName service, List<ReplayRecord> records) {
		List<Sent> sent = records.stream().map((record) -> send(record, toRecord(service, record))).toList();
		return sent.stream().filter(ReplaySending::isRefused).map(Sent::replayed).toList();
	}

	private Sent send(ReplayRecord replayed, ProducerRecord<byte[], byte[]> record) {
		return new Sent(replayed, record, this.publisher.send(record));
	}

	private static boolean isRefused(Sent sent) {
		try {
			Publisher.await(sent.record(), sent.future());
			return false;
		}
		catch (NotPublished ex) {
			if (!ex.refusesTheRecord()) {
				throw ex;
			}
			return true;
		}
	}

	private static ProducerRecord<byte[], byte[]> toRecord(ServiceName service, ReplayRecord replayed) {
		var record = new ProducerRecord<>(Topic.replayOf(service), replayed.key(), replayed.value());
		headers(replayed).forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		return record;
	}

	private static Map<String, String> headers(ReplayRecord replayed) {
		Map<String, String> headers = new LinkedHashMap<>();
		replayed.headers().forEach((name, text) -> {
			if (GO_ALONG.contains(name)) {
				headers.put(name, text);
			}
		});
		Place place = replayed.place();
		headers.put(Headers.REPLAY_ID, replayed.replayId());
		headers.put(Headers.REPLAY_OF, "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset()));
		headers.put(Headers.REPLAY_ITEM, Long.toString(replayed.item()));
		headers.put(Headers.REPLAY_ATTEMPT, Integer.toString(replayed.attempt()));
		headers.put(Headers.REPLAY_CONSUMER, replayed.consumer());
		headers.put(Headers.REPLAY_MODE, replayed.mode().id());
		headers.put(Headers.REPLAY_PREVIEW, Boolean.toString(replayed.preview()));
		return headers;
	}

	private record Sent(ReplayRecord replayed, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> future) {
	}

}
