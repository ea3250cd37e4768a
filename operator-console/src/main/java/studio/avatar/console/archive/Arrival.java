package studio.avatar.console.archive;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

	static Arrival of(ConsumerRecord<byte[], byte[]> arrived) {
		Map<String, String> headers = headers(arrived);
		JsonBody body = JsonBody.read(arrived.value());
		String id = cut(headers.get(Headers.ID));
		String correlation = cut(headers.get(Headers.CORRELATION_ID));
		return new Arrival(
				new ArchivedRecord(new Place(arrived.topic(), arrived.partition(), arrived.offset()),
						recordedAt(arrived.timestamp()), id, cut(headers.get(Headers.TYPE)),
						cut(headers.get(Headers.SOURCE)), cut(text(arrived.key())),
						(correlation != null) ? correlation : id, cut(headers.get(Headers.CAUSATION_ID)),
						time(headers.get(Headers.TIME)), headers, arrived.value(), (body != null) ? body.text() : null),
				(body != null) ? body.words() : Set.of());
	}

	/** The same without what the database refused after all; its bytes stay. */
	Arrival withoutBody() {
		ArchivedRecord it = this.record;
		return new Arrival(
				new ArchivedRecord(it.place(), it.recordedAt(), it.id(), it.type(), it.source(), it.key(),
						it.correlationId(), it.causationId(), it.eventTime(), it.headers(), it.value(), null),
				Set.of());
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
