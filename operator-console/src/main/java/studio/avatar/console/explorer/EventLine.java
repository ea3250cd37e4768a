package studio.avatar.console.explorer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Headers;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.Cursor;

/**
 * A record on one line.
 *
 * @param excerpt the beginning of what it says
 * @param bytes length of its value
 * @param cursor where a page that ends with it ends
 */
record EventLine(String topic, int partition, long offset, Instant recordedAt, @Nullable String id,
		@Nullable String type, @Nullable String source, @Nullable String key, @Nullable String correlationId,
		String excerpt, int bytes, boolean replayed, String cursor) {

	private static final int EXCERPT = 160;

	static EventLine of(ArchivedRecord record) {
		return new EventLine(record.place().topic(), record.place().partition(), record.place().offset(),
				record.recordedAt(), record.id(), record.type(), record.source(), record.key(), record.correlationId(),
				excerpt(record), Math.max(0, record.bytes()), record.headers().containsKey(Headers.REPLAY_ID),
				Cursor.behind(record).toString());
	}

	private static String excerpt(ArchivedRecord record) {
		String body = record.body();
		if (body != null) {
			return (body.length() <= EXCERPT) ? body : body.substring(0, EXCERPT) + "…";
		}
		return (record.bytes() >= 0) ? "no JSON" : "no value";
	}

}
