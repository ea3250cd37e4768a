package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.testkit.Wire;

/** Parks records as a service does, each test under a fingerprint of its own. */
final class Parking {

	private static final AtomicLong OFFSETS = new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));

	private final Wire wire;

	private final String consumer;

	private final String fingerprint = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

	private String cause = "java.lang.IllegalStateException";

	private String message = "the row is gone";

	Parking(Wire wire, String consumer) {
		this.wire = wire;
		this.consumer = consumer;
	}

	Parking because(String newCause, String newMessage) {
		this.cause = newCause;
		this.message = newMessage;
		return this;
	}

	GroupName group() {
		return new GroupName(this.consumer, this.fingerprint);
	}

	/** Parks a new record; the offset of its original. */
	long park(long key) {
		long offset = OFFSETS.incrementAndGet();
		parkAt(offset, key, "{\"chatId\":%d}".formatted(key));
		return offset;
	}

	/** The event that stood there. */
	static String eventId(long offset) {
		return UUID.nameUUIDFromBytes(bytes("parked/" + offset)).toString();
	}

	void parkAt(long offset, long key, String value) {
		parkAs(eventId(offset), offset, key, value);
	}

	/** The topic was made anew, and something else stands there now. */
	void parkAs(String eventId, long offset, long key, String value) {
		Map<String, String> headers = headers(offset, key);
		headers.put(Headers.ID, eventId);
		this.wire.publishRaw(group().service() + ".parked", bytes(String.valueOf(key)), bytes(value), headers);
	}

	private Map<String, String> headers(long offset, long key) {
		Map<String, String> headers = new HashMap<>();
		headers.put(Headers.SPEC_VERSION, "1.0");
		headers.put(Headers.ID, eventId(offset));
		headers.put(Headers.TYPE, "made.up");
		headers.put(Headers.SOURCE, "generation");
		headers.put(Headers.TIME, Instant.now().toString());
		headers.put(Headers.SUBJECT, String.valueOf(key));
		headers.put(Headers.CORRELATION_ID, "story-" + offset);
		headers.put(Headers.CAUSATION_ID, "test");
		headers.put(Headers.PARKED_TOPIC, group().topic());
		headers.put(Headers.PARKED_PARTITION, "3");
		headers.put(Headers.PARKED_OFFSET, String.valueOf(offset));
		headers.put(Headers.PARKED_CONSUMER, this.consumer);
		headers.put(Headers.PARKED_CAUSE, this.cause);
		headers.put(Headers.PARKED_MESSAGE, this.message);
		headers.put(Headers.PARKED_FINGERPRINT, this.fingerprint);
		headers.put(Headers.PARKED_STACKTRACE, this.cause + "\n at studio.avatar.gallery.Made.up");
		headers.put(Headers.PARKED_AT, Instant.now().toString());
		return headers;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
