package studio.avatar.gallery.browse;

import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Origin;

import static org.assertj.core.api.Assertions.assertThat;

class ViewerTests {

	private static final Instant LATE = Instant.parse("2026-11-20T23:30:00Z");

	@Test
	void aDateIsThatOfThePersonsClock() {
		assertThat(viewer("en", "Asia/Tokyo").dayAndTime(LATE)).isEqualTo("21 Nov 2026, 08:30");
	}

	@Test
	void aMonthIsNamedInThePersonsLanguage() {
		assertThat(viewer("ru", "UTC").dayAndTime(LATE)).isEqualTo("20 нояб. 2026, 23:30");
	}

	@Test
	void aZoneNobodyKnowsIsUtc() {
		assertThat(viewer("en", "Mars/Olympus").zone()).isEqualTo(ZoneOffset.UTC);
	}

	private static Viewer viewer(String language, String zone) {
		return Viewer.of(new Origin(1, 1, language, zone, null));
	}

}
