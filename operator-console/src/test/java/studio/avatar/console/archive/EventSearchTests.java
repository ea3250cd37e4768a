package studio.avatar.console.archive;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventSearchTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void everythingIsSearchedForWithoutACondition() {
		assertThat(EventSearch.everything().where()).isEqualTo(new Criteria("true", java.util.Map.of()));
	}

	@Test
	void whatIsGivenIsAParameterAndNeverPartOfTheStatement() {
		String hostile = "1'; drop table archived_event; --";
		Criteria where = EventSearch.everything().withKey(hostile).withTypes(Set.of(hostile)).where();
		assertThat(where.sql()).doesNotContain("drop");
		assertThat(where.parameters()).containsEntry("search_record_key", hostile)
			.containsEntry("search_event_type", Set.of(hostile));
	}

	@Test
	void timesLeaveWholeDaysUnread() {
		assertThat(EventSearch.everything().between(NOON, NOON.plusSeconds(1)).where().sql())
			.contains("day >= :search_from_day", "day <= :search_to_day");
	}

	@Test
	void anEmptyFieldIsNoWish() {
		assertThat(EventSearch.everything().withKey("  ").withText("").withEventId(" "))
			.isEqualTo(EventSearch.everything());
	}

	@Test
	void nonsenseIsRefusedInASentence() {
		EventSearch search = EventSearch.everything();
		assertThatThrownBy(() -> search.between(NOON, NOON)).isInstanceOf(UnusableSearch.class)
			.hasMessageContaining("Nothing lies between");
		assertThatThrownBy(() -> search.between(Instant.MAX, null)).isInstanceOf(UnusableSearch.class);
		assertThatThrownBy(() -> search.withKey("x".repeat(501))).isInstanceOf(UnusableSearch.class);
		assertThatThrownBy(() -> search.withKey("a\0b")).isInstanceOf(UnusableSearch.class);
		assertThatThrownBy(() -> new OffsetWindow("chat.replies", 0, 9, 8)).isInstanceOf(UnusableSearch.class);
	}

	@Test
	void aCursorIsTheSameAfterItsJourneyThroughAnAddress() {
		Cursor cursor = new Cursor(NOON.plusMillis(7), new Place("training.events", 3, 1742));
		assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
		assertThatThrownBy(() -> Cursor.parse("1_x-99999999999@1")).isInstanceOf(UnusableSearch.class);
	}

}
