package studio.avatar.console.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;

/** Records of one story. */
final class StoryRecords {

	static final Instant BEGUN = Instant.parse("2026-11-22T12:00:00Z");

	private StoryRecords() {
	}

	static ArchivedRecord said(String topic, long offset, @Nullable String source, String type, long millis) {
		return said(topic, offset, source, type, millis, Map.of());
	}

	static ArchivedRecord replayed(String topic, long offset, String source, String type, long millis) {
		return said(topic, offset, source, type, millis, Map.of(Headers.REPLAY_ID, "r1"));
	}

	private static ArchivedRecord said(String topic, long offset, @Nullable String source, String type, long millis,
			Map<String, String> headers) {
		Instant at = BEGUN.plusMillis(millis);
		return new ArchivedRecord(new Place(topic, 0, offset), at.plusMillis(2), "event " + offset, type, source, "42",
				"story", null, at, new HashMap<>(headers), null, null);
	}

}
