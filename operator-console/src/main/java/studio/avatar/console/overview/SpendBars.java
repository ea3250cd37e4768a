package studio.avatar.console.overview;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Credits captured on each of the last fourteen days, kinds of work upon each other.
 *
 * @param levels where the numbers stand at the left
 */
record SpendBars(List<Bar> bars, List<DayName> days, List<String> kinds, List<Chart.Tick> levels, String words) {

	static final int DAYS = 14;

	private static final Chart.Frame FRAME = new Chart.Frame(42, 8, Chart.WIDTH - 10, Chart.HEIGHT - 22);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	static SpendBars of(Spend spend, LocalDate today) {
		List<String> kinds = spend.days().stream().map(Spend.Day::purpose).distinct().sorted().toList();
		double top = Chart.roundTop(spend.days()
			.stream()
			.collect(Collectors.groupingBy(Spend.Day::day, Collectors.summingLong(Spend.Day::credits)))
			.values()
			.stream()
			.mapToLong(Long::longValue)
			.max()
			.orElse(0));
		List<LocalDate> days = IntStream.range(0, DAYS).mapToObj((day) -> today.minusDays(DAYS - 1L - day)).toList();
		List<Bar> bars = days.stream()
			.flatMap((day) -> bars(spend, day, days.indexOf(day), kinds, top).stream())
			.toList();
		List<DayName> names = IntStream.of(0, DAYS / 2, DAYS - 1)
			.mapToObj((day) -> new DayName(DAY.format(days.get(day)), x(day) + width() / 2))
			.toList();
		List<Chart.Tick> levels = List.of(0.0, top / 2, top)
			.stream()
			.map((level) -> new Chart.Tick(Chart.number(level), FRAME.y(level / top)))
			.toList();
		long sum = spend.days().stream().mapToLong(Spend.Day::credits).sum();
		return new SpendBars(bars, names, kinds, levels, "%d credits captured within %d days".formatted(sum, DAYS));
	}

	private static List<Bar> bars(Spend spend, LocalDate day, int place, List<String> kinds, double top) {
		List<Bar> bars = new ArrayList<>();
		double below = 0;
		List<Spend.Day> parts = spend.days()
			.stream()
			.filter((part) -> part.day().equals(day))
			.sorted(Comparator.comparing(Spend.Day::purpose))
			.toList();
		for (Spend.Day part : parts) {
			double upper = FRAME.y((below + part.credits()) / top);
			double height = Curve.round(FRAME.y(below / top) - upper);
			String title = "%s, %s: %d credits for %d jobs".formatted(DAY.format(day), part.purpose(), part.credits(),
					part.jobs());
			bars.add(new Bar(x(place), upper, width(), height, kinds.indexOf(part.purpose()), title));
			below += part.credits();
		}
		return bars;
	}

	private static double x(int place) {
		return Curve.round(FRAME.left() + place * (FRAME.right() - FRAME.left()) / DAYS + 2);
	}

	private static double width() {
		return Curve.round((FRAME.right() - FRAME.left()) / DAYS - 4);
	}

	/**
	 * One kind of work on one day.
	 *
	 * @param kind place of the kind among all, for its colour
	 */
	record Bar(double x, double y, double width, double height, int kind, String title) {
	}

	/** A day's name and the middle of its bar. */
	record DayName(String text, double at) {
	}

}
