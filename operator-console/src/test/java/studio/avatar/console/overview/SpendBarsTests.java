package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.SpendBars.Bar;

import static org.assertj.core.api.Assertions.assertThat;

class SpendBarsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void kindsOfWorkOfOneDayStandUponEachOther() {
		SpendBars bars = of(new Spend.Day(TODAY, "training", 300, 1), new Spend.Day(TODAY, "generation", 200, 5));

		assertThat(bars.kinds()).containsExactly("generation", "training");
		Bar lower = bars.bars().getFirst();
		Bar upper = bars.bars().getLast();
		assertThat(lower.title()).isEqualTo("22 Nov, generation: 200 credits for 5 jobs");
		assertThat(upper.x()).isEqualTo(lower.x());
		assertThat(upper.y() + upper.height()).isEqualTo(lower.y());
		assertThat(bars.words()).isEqualTo("500 credits captured within 14 days");
	}

	@Test
	void theHighestDayReachesNoHigherThanTheAxis() {
		SpendBars bars = of(new Spend.Day(TODAY, "training", 700, 1),
				new Spend.Day(TODAY.minusDays(1), "training", 20, 1));

		assertThat(bars.levels()).extracting(Chart.Tick::text).containsExactly("0", "500", "1k");
		assertThat(bars.bars()).allSatisfy((bar) -> assertThat(bar.y()).isGreaterThan(bars.levels().getLast().at()));
	}

	@Test
	void whereNothingWasCapturedThereIsNoBar() {
		assertThat(of().bars()).isEmpty();
		assertThat(of().days()).extracting(SpendBars.DayName::text).containsExactly("9 Nov", "16 Nov", "22 Nov");
	}

	private static SpendBars of(Spend.Day... days) {
		return SpendBars.of(new Spend(Instant.EPOCH, List.of(days), 0, 0), TODAY);
	}

}
