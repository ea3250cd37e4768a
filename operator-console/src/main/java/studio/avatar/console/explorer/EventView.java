package studio.avatar.console.explorer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import studio.avatar.console.archive.ArchivedRecord;

/**
 * Everything about one record.
 *
 * @param headers all of them, by name
 * @param body the value where it is JSON
 * @param base64 the value where it is not
 */
record EventView(String topic, int partition, long offset, Instant recordedAt, @Nullable String id,
		@Nullable String type, @Nullable String source, @Nullable String key, @Nullable String correlationId,
		@Nullable String causationId, @Nullable Instant eventTime, Map<String, String> headers,
		@JsonRawValue @Nullable String body, @Nullable String base64) {

	static EventView of(ArchivedRecord record) {
		byte[] value = record.value();
		boolean json = record.body() != null && value != null;
		return new EventView(record.place().topic(), record.place().partition(), record.place().offset(),
				record.recordedAt(), record.id(), record.type(), record.source(), record.key(), record.correlationId(),
				record.causationId(), record.eventTime(), new TreeMap<>(record.headers()),
				json ? new String(value, StandardCharsets.UTF_8) : null,
				(json || value == null) ? null : Base64.getEncoder().encodeToString(value));
	}

}
