package studio.avatar.console.overview;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.Chart.Tick;
import studio.avatar.console.overview.Samples.Slot;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void theAxisEndsAtARoundNumberThatNothingExceeds() {
		assertThat(Chart.roundTop(0)).isEqualTo(1);
		assertThat(Chart.roundTop(0.3)).isEqualTo(1);
		assertThat(Chart.roundTop(21)).isEqualTo(50);
		assertThat(Chart.roundTop(50)).isEqualTo(50);
		assertThat(Chart.roundTop(51)).isEqualTo(100);
		assertThat(Chart.roundTop(1_400)).isEqualTo(2_000);
	}

	@Test
	void numbersAreShort() {
		assertThat(List.of(0.0, 0.42, 3.0, 12.4, 999.0, 1_250.0, 48_000.0, 2_000_000.0).stream().map(Chart::number))
			.containsExactly("0", "0.4", "3", "12", "999", "1.3k", "48k", "2M");
	}

	@Test
	void theAxesTellNumbersAndTimes() {
		Chart chart = Chart.of("Lag", "records", values(0, 10, 20), history());

		assertThat(chart.levels()).extracting(Tick::text).containsExactly("0", "10", "20");
		assertThat(chart.times()).extracting(Tick::text).containsExactly("11:50", "11:55", "12:00");
		assertThat(chart.newest()).isEqualTo("20");
		assertThat(chart.words()).isEqualTo("Lag: at most 20 records in this time");
	}

	@Test
	void aLineHasAGapWhereNobodyLooked() {
		NavigableMap<Instant, Double> values = values(1, 2, 3);
		values.putAll(values(120, new double[] { 1, 2 }));

		assertThat(Chart.of("Lag", "records", values, history()).line()).matches("M[^M]+ M[^M]+");
	}

	@Test
	void withoutFiguresThereIsNoLineAndThePictureSaysSo() {
		Chart chart = Chart.of("Lag", "records", new TreeMap<>(), history());

		assertThat(chart.line()).isEmpty();
		assertThat(chart.words()).isEqualTo("Lag: no figures yet");
	}

	@Test
	void aRateIsTheRiseOfALevelAndAFallIsNone() {
		History history = new History(Window.TEN_MINUTES, NOON,
				List.of(end(60, 100), end(50, 150), end(40, 20), end(30, 40)));

		assertThat(history.rise(Measure.END, "chat.gallery").values()).containsExactly(5.0, 2.0);
	}

	@Test
	void theSlotThatStillGoesOnTellsNoRate() {
		History history = new History(Window.TEN_MINUTES, NOON, List.of(end(20, 100), end(10, 150), end(5, 151)));

		assertThat(history.rise(Measure.END, "chat.gallery").values()).containsExactly(5.0);
	}

	@Test
	void inASlotWithoutAnyTroubleThereWereNone() {
		History history = new History(Window.TEN_MINUTES, NOON,
				List.of(new Slot(Measure.TROUBLE, "gateway/telegram.429", NOON.minusSeconds(20), 3)));

		assertThat(history.perMinute(Measure.TROUBLE, Set.of(NOON.minusSeconds(20), NOON.minusSeconds(10))).values())
			.containsExactly(18.0, 0.0);
	}

	private static Slot end(int secondsAgo, long value) {
		return new Slot(Measure.END, "chat.gallery", NOON.minusSeconds(secondsAgo), value);
	}

	private static NavigableMap<Instant, Double> values(double first, double second, double third) {
		return values(300, new double[] { first, second, third });
	}

	private static NavigableMap<Instant, Double> values(int secondsAgo, double[] values) {
		NavigableMap<Instant, Double> slots = new TreeMap<>();
		for (int i = 0; i < values.length; i++) {
			slots.put(NOON.minusSeconds(secondsAgo - i * 10L), values[i]);
		}
		return slots;
	}

	private static History history() {
		return new History(Window.TEN_MINUTES, NOON, List.of());
	}

}
