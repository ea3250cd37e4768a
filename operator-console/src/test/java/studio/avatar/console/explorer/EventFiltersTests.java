package studio.avatar.console.explorer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.console.archive.EventSearch;
import studio.avatar.console.archive.UnusableSearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventFiltersTests {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

	@Test
	void emptyFieldsSearchForEverything() {
		EventFilters empty = new EventFilters(List.of("", " "), null, "", " ", null, "", "", null, "", null);
		assertThat(empty.search(NOON)).isEqualTo(EventSearch.everything());
		assertThat(empty.query()).isEmpty();
	}

	@Test
	void timesWithoutAZoneAreUtc() {
		EventSearch search = times(null, "2026-11-22T10:30", "2026-11-22T11:00:00Z").search(NOON);
		assertThat(search.from()).isEqualTo("2026-11-22T10:30:00Z");
		assertThat(search.to()).isEqualTo("2026-11-22T11:00:00Z");
	}

	@Test
	void theLastHourEndsNow() {
		assertThat(times("1h", null, null).search(NOON).from()).isEqualTo("2026-11-22T11:00:00Z");
	}

	@Test
	void nonsenseIsRefusedInASentence() {
		assertThatThrownBy(() -> times(null, "yesterday", null).search(NOON)).isInstanceOf(UnusableSearch.class)
			.hasMessageContaining("“yesterday” is no time");
		assertThatThrownBy(() -> times(null, "+999999999-01-01T00:00:00Z", null).search(NOON))
			.isInstanceOf(UnusableSearch.class);
		assertThatThrownBy(() -> times("1y", null, null).search(NOON)).isInstanceOf(UnusableSearch.class);
	}

	@Test
	void hostileWordsStayWhatTheyAreInTheAddress() {
		EventFilters hostile = new EventFilters(List.of("a&b", "{c}"), null, "ü=1", null, null, null, null, null,
				"100% \"x\"", null);
		assertThat(hostile.query()).isEqualTo("topic=a%26b&topic=%7Bc%7D&key=%C3%BC%3D1&text=100%25%20%22x%22");
	}

	@Test
	void theSameCanBeReplayed() {
		EventSearch search = EventSearch.everything()
			.withTopics(Set.of("chat.replies"))
			.withTypes(Set.of("b", "a"))
			.withKey("42")
			.between(NOON.instant(), null);
		assertThat(ReplayLink.query(search))
			.isEqualTo("topics=chat.replies&types=a%2C%20b&chat=42&from=2026-11-22T12%3A00%3A00Z");
		assertThat(ReplayLink.query(EventSearch.everything())).isEmpty();
	}

	private static EventFilters times(@Nullable String last, @Nullable String from, @Nullable String to) {
		return new EventFilters(null, null, null, null, null, last, from, to, null, null);
	}

}
