package studio.avatar.console.parked;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;

/**
 * Reads what stands on a parked topic. Nothing is refused: a record that does not say
 * where it came from is known by its own place.
 */
final class ArrivalReading {

	private static final Pattern CONSUMER = Pattern.compile("[a-z][a-z0-9-]{0,40}/[a-z][a-z0-9.-]{0,80}");

	private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Za-z]{1,64}");

	private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

	private static final String PARKED = ".parked";

	private static final int LONGEST = 4_000;

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private ArrivalReading() {
	}

	static ParkedArrival read(ConsumerRecord<byte[], byte[]> record) {
		Place parkedAt = new Place(record.topic(), record.partition(), record.offset());
		Map<String, String> headers = headers(record);
		String stackTrace = Objects.requireNonNullElse(headers.remove(Headers.PARKED_STACKTRACE), "");
		Place original = original(headers);
		String consumer = consumer(headers);
		boolean told = original != null && consumer != null;
		return new ParkedArrival(parkedAt, told ? consumer : nobody(record.topic()), told ? original : parkedAt, told,
				record.key(), record.value(), headers, trouble(headers, stackTrace), happenedAt(headers, record));
	}

	/** Who parked it, without saying which of its topics it heard. */
	private static String nobody(String parkedTopic) {
		return parkedTopic.replace(PARKED, "") + "/unknown";
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : record.headers()) {
			headers.put(PlainText.without0(header.key()), PlainText.orHex(header.value()));
		}
		return headers;
	}

	private static @Nullable String consumer(Map<String, String> headers) {
		String consumer = headers.get(Headers.PARKED_CONSUMER);
		return (consumer != null && CONSUMER.matcher(consumer).matches()) ? consumer : null;
	}

	private static @Nullable Place original(Map<String, String> headers) {
		String topic = headers.get(Headers.PARKED_TOPIC);
		try {
			return (topic == null || !TOPIC.matcher(topic).matches()) ? null
					: new Place(topic, Integer.parseInt(headers.getOrDefault(Headers.PARKED_PARTITION, "")),
							Long.parseLong(headers.getOrDefault(Headers.PARKED_OFFSET, "")));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static Trouble trouble(Map<String, String> headers, String stackTrace) {
		String cause = headers.getOrDefault(Headers.PARKED_CAUSE, "no cause given");
		String fingerprint = headers.getOrDefault(Headers.PARKED_FINGERPRINT, "");
		return new Trouble(beginning(cause), beginning(headers.getOrDefault(Headers.PARKED_MESSAGE, "")),
				FINGERPRINT.matcher(fingerprint).matches() ? fingerprint : "unknown", beginning(stackTrace));
	}

	/** Services say at most 2 KB; whoever says more is not one of ours. */
	private static String beginning(String text) {
		return text.substring(0, Math.min(text.length(), LONGEST));
	}

	private static Instant happenedAt(Map<String, String> headers, ConsumerRecord<?, ?> record) {
		try {
			Instant said = Instant.parse(headers.getOrDefault(Headers.PARKED_AT, ""));
			return isCredible(said) ? said : received(record);
		}
		catch (DateTimeException ex) {
			return received(record);
		}
	}

	/** A database does not take every time that can be written. */
	private static boolean isCredible(Instant time) {
		return time.isAfter(Instant.EPOCH) && time.isBefore(LATEST);
	}

	private static Instant received(ConsumerRecord<?, ?> record) {
		Instant at = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
		return at.isBefore(LATEST) ? at : LATEST;
	}

}
