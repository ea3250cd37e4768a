package studio.avatar.console.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Place;

/**
 * A record as it stood on a live topic.
 *
 * @param place where it stood
 * @param recordedAt the broker's timestamp
 * @param id {@code ce_id}
 * @param type {@code ce_type}, the wire name
 * @param source {@code ce_source}, the service that said it
 * @param key Kafka key as text; cut after {@value ArchivedRow#LONGEST_TEXT} characters
 * @param correlationId {@code ce_correlationid}, or its own id where it names none
 * @param causationId {@code ce_causationid}
 * @param eventTime {@code ce_time}; absent where that is no time
 * @param headers all headers as text; of those with the same name the last
 * @param value the bytes as they were; a record may have none, and in a list none has
 * @param body the value where it is JSON that the database can keep; in a list its
 * beginning
 * @param rawKey the key's bytes where its text does not say them exactly
 * @param bytes how long the value is; -1 where there is none
 */
public record ArchivedRecord(Place place, Instant recordedAt, @Nullable String id, @Nullable String type,
		@Nullable String source, @Nullable String key, @Nullable String correlationId, @Nullable String causationId,
		@Nullable Instant eventTime, Map<String, String> headers, byte @Nullable [] value, @Nullable String body,
		byte @Nullable [] rawKey, int bytes) {

	public ArchivedRecord {
		headers = Map.copyOf(headers);
	}

	/** A record with its value. */
	public ArchivedRecord(Place place, Instant recordedAt, @Nullable String id, @Nullable String type,
			@Nullable String source, @Nullable String key, @Nullable String correlationId, @Nullable String causationId,
			@Nullable Instant eventTime, Map<String, String> headers, byte @Nullable [] value, @Nullable String body,
			byte @Nullable [] rawKey) {
		this(place, recordedAt, id, type, source, key, correlationId, causationId, eventTime, headers, value, body,
				rawKey, (value != null) ? value.length : -1);
	}

	/** A record whose key is text. */
	public ArchivedRecord(Place place, Instant recordedAt, @Nullable String id, @Nullable String type,
			@Nullable String source, @Nullable String key, @Nullable String correlationId, @Nullable String causationId,
			@Nullable Instant eventTime, Map<String, String> headers, byte @Nullable [] value, @Nullable String body) {
		this(place, recordedAt, id, type, source, key, correlationId, causationId, eventTime, headers, value, body,
				null);
	}

	/** The key as it stood on the record. */
	public byte @Nullable [] keyBytes() {
		return (this.rawKey != null || this.key == null) ? this.rawKey : this.key.getBytes(StandardCharsets.UTF_8);
	}

}
