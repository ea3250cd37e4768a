package studio.avatar.console.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;

/**
 * A record that came in, read so that the database can keep it whatever it holds.
 *
 * @param words words and numbers of its body
 */
record Arrival(ArchivedRecord record, Set<String> words) {

	private static final Instant LAST_TIME = Instant.parse("9999-12-31T00:00:00Z");

	/** Reads it; what nobody thought of costs the reading and never the record. */
	static Arrival of(ConsumerRecord<byte[], byte[]> arrived) {
		try {
			return read(arrived);
		}
		catch (RuntimeException ex) {
			return bare(place(arrived), recordedAt(arrived.timestamp()), arrived.key(), arrived.value());
		}
	}

	private static Arrival read(ConsumerRecord<byte[], byte[]> arrived) {
		Map<String, String> headers = headers(arrived);
		JsonBody body = JsonBody.read(arrived.value());
		String id = cut(headers.get(Headers.ID));
		String correlation = cut(headers.get(Headers.CORRELATION_ID));
		return new Arrival(new ArchivedRecord(place(arrived), recordedAt(arrived.timestamp()), id,
				cut(headers.get(Headers.TYPE)), cut(headers.get(Headers.SOURCE)), cut(text(arrived.key())),
				(correlation != null) ? correlation : id, cut(headers.get(Headers.CAUSATION_ID)),
				time(headers.get(Headers.TIME)), headers, arrived.value(), (body != null) ? body.text() : null,
				exact(arrived.key())), (body != null) ? body.words() : Set.of());
	}

	/** The same without what the database refused after all; its bytes stay. */
	Arrival withoutBody() {
		ArchivedRecord it = this.record;
		return new Arrival(
				new ArchivedRecord(it.place(), it.recordedAt(), it.id(), it.type(), it.source(), it.key(),
						it.correlationId(), it.causationId(), it.eventTime(), it.headers(), it.value(), null),
				Set.of());
	}

	/**
	 * Nothing but where it stood and its bytes: the last form, which has nothing to
	 * refuse.
	 */
	Arrival bare() {
		return bare(this.record.place(), this.record.recordedAt(), this.record.keyBytes(), this.record.value());
	}

	private static Arrival bare(Place place, Instant recordedAt, byte @Nullable [] key, byte @Nullable [] value) {
		return new Arrival(new ArchivedRecord(place, recordedAt, null, null, null, null, null, null, null, Map.of(),
				value, null, key), Set.of());
	}

	/** Tells records apart that stood at one place of a topic that was made anew. */
	long fingerprint() {
		String id = this.record.id();
		byte[] value = this.record.value();
		return (id != null) ? hash(id.getBytes(StandardCharsets.UTF_8)) : (value != null) ? hash(value) : 0;
	}

	private static long hash(byte[] bytes) {
		try {
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Place place(ConsumerRecord<?, ?> arrived) {
		return new Place(arrived.topic(), arrived.partition(), arrived.offset());
	}

	/** The bytes where their text, as it is kept, would give other ones. */
	private static byte @Nullable [] exact(byte @Nullable [] key) {
		String kept = cut(text(key));
		return (kept == null || Arrays.equals(kept.getBytes(StandardCharsets.UTF_8), key)) ? null : key;
	}

	/** The UTC day of its partition of the table. */
	LocalDate day() {
		return LocalDate.ofInstant(this.record.recordedAt(), ZoneOffset.UTC);
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> arrived) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : arrived.headers()) {
			headers.put(keepable(header.key()), Objects.requireNonNullElse(text(header.value()), ""));
		}
		return headers;
	}

	private static @Nullable String text(byte @Nullable [] bytes) {
		return (bytes != null) ? keepable(new String(bytes, StandardCharsets.UTF_8)) : null;
	}

	/** PostgreSQL has no text with the character 0 in it. */
	private static String keepable(String text) {
		return text.replace('\0', '\uFFFD');
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null) ? Cut.to(ArchivedRow.LONGEST_TEXT, text) : null;
	}

	/** Brokers refuse times far off; what one took nevertheless must have a day. */
	private static Instant recordedAt(long timestamp) {
		return Instant.ofEpochMilli(Math.clamp(timestamp, 0, LAST_TIME.toEpochMilli()));
	}

	private static @Nullable Instant time(@Nullable String text) {
		try {
			Instant time = (text != null) ? Instant.parse(text) : null;
			return (time != null && time.isAfter(Instant.EPOCH) && time.isBefore(LAST_TIME)) ? time : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
