package studio.avatar.gallery.browse;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Cause;
import studio.avatar.common.talk.Talk;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsClockTests {

	private static final Instant LATE = Instant.parse("2026-11-20T23:30:00Z");

	@Test
	void aDateIsThatOfThePersonsClock() {
		assertThat(PersonsClock.dayAndTime(talk("en", "Asia/Tokyo"), LATE)).isEqualTo("21 Nov 2026, 08:30");
	}

	@Test
	void aMonthIsNamedInThePersonsLanguage() {
		assertThat(PersonsClock.dayAndTime(talk("ru", "UTC"), LATE)).isEqualTo("20 нояб. 2026, 23:30");
	}

	@Test
	void aMomentOfTodayIsToldByTheMinute() {
		assertThat(PersonsClock.time(talk("ru", "Asia/Tokyo"), LATE)).isEqualTo("08:30");
	}

	private static Talk talk(String language, String zone) {
		return Talk.opening(1, 1, language, zone, Cause.ofUpdate(1));
	}

}
