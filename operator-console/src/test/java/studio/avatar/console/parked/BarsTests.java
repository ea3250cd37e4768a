package studio.avatar.console.parked;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BarsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T18:03:05Z");

	@Test
	void theLastBarIsTheHourThatRuns() {
		Instant hour = Instant.parse("2026-11-22T18:00:00Z");
		Bars bars = Bars.of(Stretch.HOURS, Stretch.HOURS.from(NOW), Map.of(hour, 7L), 480, 100);
		assertThat(bars.bars()).hasSize(48);
		assertThat(bars.bars().getLast()).isEqualTo(new Bars.Bar(470, 0, 8, 100, "Nov 22, 18:00 UTC: 7 parked"));
	}

	@Test
	void theHighestFillsTheHeightAndEvenOneCanBeSeen() {
		Instant from = Stretch.DAYS.from(NOW);
		Bars bars = Bars.of(Stretch.DAYS, from, Map.of(from, 1L, from.plus(Stretch.DAYS.step()), 1_000L), 300, 50);
		assertThat(bars.bars()).extracting(Bars.Bar::height).startsWith(2.0, 50.0, 0.0);
		assertThat(bars.sum()).isEqualTo(1_001);
	}

	@Test
	void nothingParkedHasNoBars() {
		Bars bars = Bars.of(Stretch.HOURS, Stretch.HOURS.from(NOW), Map.of(), 480, 100);
		assertThat(bars.bars()).allMatch((bar) -> bar.height() == 0);
		assertThat(bars.marks()).hasSize(6);
	}

}
