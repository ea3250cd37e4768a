package studio.avatar.console.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A search as a condition on {@code archived_event}, which is unaliased, with named
 * parameters that all begin with {@code search_}.
 *
 * @param sql behind {@code where}; always something that holds
 */
public record Criteria(String sql, Map<String, Object> parameters) {

	static Criteria of(EventSearch search) {
		return new Building().among("topic", search.topics())
			.among("event_type", search.types())
			.equal("record_key", search.key())
			.equal("correlation_id", search.correlationId())
			.equal("event_id", search.eventId())
			.from(search.from())
			.to(search.to())
			.words(search.text())
			.offsets(search.offsets())
			.built();
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, ZoneOffset.UTC);
	}

	/** Days stand beside times so that the database leaves whole days unread. */
	private static final class Building {

		private final List<String> conditions = new ArrayList<>(List.of("true"));

		private final Map<String, Object> parameters = new LinkedHashMap<>();

		Building among(String column, Set<String> wanted) {
			return wanted.isEmpty() ? this : add("%1$s in (:search_%1$s)".formatted(column), column, wanted);
		}

		Building equal(String column, @Nullable String wanted) {
			return (wanted == null) ? this : add("%1$s = :search_%1$s".formatted(column), column, wanted);
		}

		Building from(@Nullable Instant from) {
			return (from == null) ? this : add("day >= :search_from_day", "from_day", day(from))
				.add("recorded_at >= :search_from", "from", from.atOffset(ZoneOffset.UTC));
		}

		Building to(@Nullable Instant to) {
			return (to == null) ? this : add("day <= :search_to_day", "to_day", day(to)).add("recorded_at < :search_to",
					"to", to.atOffset(ZoneOffset.UTC));
		}

		Building words(@Nullable String text) {
			return (text == null) ? this
					: add("words @@ cast(:search_words as tsquery)", "words", WantedWords.parse(text).tsquery());
		}

		Building offsets(@Nullable OffsetWindow window) {
			return (window == null) ? this
					: add("topic = :search_window_topic", "window_topic", window.topic())
						.add("topic_partition = :search_window_partition", "window_partition", window.partition())
						.add("topic_offset >= :search_window_from", "window_from", window.from())
						.add("topic_offset <= :search_window_to", "window_to", window.to());
		}

		private Building add(String condition, String name, Object value) {
			this.conditions.add(condition);
			this.parameters.put("search_" + name, value);
			return this;
		}

		Criteria built() {
			return new Criteria(String.join(" and ", this.conditions), Map.copyOf(this.parameters));
		}

	}

}
