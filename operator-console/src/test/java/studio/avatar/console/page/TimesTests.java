package studio.avatar.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.250Z");

	private final Times times = new Times(Clock.fixed(NOON, ZoneOffset.UTC));

	@Test
	void aTimeIsSaidInUtc() {
		assertThat(this.times.text(NOON)).isEqualTo("2026-11-22 12:00:00");
		assertThat(this.times.full(NOON)).isEqualTo("2026-11-22 12:00:00.250 UTC");
		assertThat(this.times.iso(NOON)).isEqualTo("2026-11-22T12:00:00.250Z");
	}

	@Test
	void whatLiesAheadIsSaidSo() {
		assertThat(this.times.ago(NOON.minusSeconds(240))).isEqualTo("4 min ago");
		assertThat(this.times.ago(NOON.plusSeconds(30))).isEqualTo("in 30 s");
	}

	@ParameterizedTest
	@CsvSource({ "PT0.34S,340 ms", "PT12.9S,12 s", "PT3M20S,3 min 20 s", "PT5M,5 min", "PT2H5M,2 h 5 min", "PT47H,47 h",
			"PT50H,2 d 2 h", "PT-3S,−3 s" })
	void aDurationIsSaidInWords(Duration duration, String words) {
		assertThat(this.times.words(duration)).isEqualTo(words);
	}

}
