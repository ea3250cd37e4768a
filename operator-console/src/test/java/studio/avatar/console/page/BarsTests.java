package studio.avatar.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BarsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T18:03:05Z");

	private static final Steps HOURS = Steps.until(NOW, Duration.ofHours(1), 48);

	@Test
	void theLastBarIsTheHourThatRuns() {
		Instant hour = Instant.parse("2026-11-22T18:00:00Z");
		Bars bars = Bars.of(HOURS, Map.of(hour, 7L), "parked", 480, 100);
		assertThat(bars.bars()).hasSize(48);
		assertThat(bars.bars().getLast()).isEqualTo(new Bars.Bar(470, 0, 8, 100, "Nov 22, 18:00 UTC: 7 parked"));
	}

	@Test
	void theHighestFillsTheHeightAndEvenOneCanBeSeen() {
		Steps days = Steps.until(NOW, Duration.ofDays(1), 30);
		Instant second = days.begin(1);
		Bars bars = Bars.of(days, Map.of(days.from(), 1L, second, 1_000L), "parked", 300, 50);
		assertThat(bars.bars()).extracting(Bars.Bar::height).startsWith(2.0, 50.0, 0.0);
		assertThat(bars.sum()).isEqualTo(1_001);
	}

	@Test
	void nothingParkedHasNoBars() {
		Bars bars = Bars.of(HOURS, Map.of(), "parked", 480, 100);
		assertThat(bars.bars()).allMatch((bar) -> bar.height() == 0);
		assertThat(bars.marks()).hasSize(6);
	}

	@Test
	void aFewStepsAreDrawnToo() {
		Steps steps = Steps.between(NOW.minusSeconds(90), NOW, Duration.ofMinutes(1));
		assertThat(steps.from()).isEqualTo("2026-11-22T18:01:00Z");
		assertThat(Bars.of(steps, Map.of(), "events", 480, 100).marks()).extracting(Bars.Mark::text)
			.containsExactly("Nov 22, 18:01", "Nov 22, 18:02", "Nov 22, 18:03");
	}

}
