package studio.avatar.console.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Place;

/** A row of {@code archived_event} and the record it keeps. */
final class ArchivedRow {

	/** Of a text that is looked for; more would not fit into an index. */
	static final int LONGEST_TEXT = 500;

	private static final String KNOWN = "topic, topic_partition, topic_offset, recorded_at, event_id, event_type, source, "
			+ "record_key, correlation_id, causation_id, event_time, headers, key_bytes, "
			+ "coalesce(octet_length(value), -1) as bytes, ";

	static final String COLUMNS = KNOWN + "value, body ";

	/**
	 * Many at once: no value, and the beginning of the body, since each may have almost a
	 * megabyte of both.
	 */
	static final String LISTED = KNOWN + "null::bytea as value, left(body::text, 2000) as body ";

	private static final JsonMapper JSON = new JsonMapper();

	private ArchivedRow() {
	}

	static ArchivedRecord read(ResultSet row, int number) throws SQLException {
		Place place = new Place(row.getString("topic"), row.getInt("topic_partition"), row.getLong("topic_offset"));
		Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
		return new ArchivedRecord(place, recordedAt, row.getString("event_id"), row.getString("event_type"),
				row.getString("source"), row.getString("record_key"), row.getString("correlation_id"),
				row.getString("causation_id"), time(row.getObject("event_time", OffsetDateTime.class)),
				headers(row.getString("headers")), row.getBytes("value"), row.getString("body"),
				row.getBytes("key_bytes"), row.getInt("bytes"));
	}

	private static @Nullable Instant time(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	private static Map<String, String> headers(String json) {
		return JSON.readValue(json, new TypeReference<Map<String, String>>() {
		});
	}

}
