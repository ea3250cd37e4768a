package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A figure over time as a picture: a line with its axes, in the units of its own
 * {@code viewBox}. Times are UTC; where nobody looked, the line has a gap.
 *
 * @param unit what the numbers are, such as {@code records/s}
 * @param newest the newest value, for people; absent when there is none
 * @param line path of the line
 * @param area path of what lies under it
 * @param levels where the numbers stand at the left
 * @param times where the times stand below
 * @param words the picture in words
 */
record Chart(String title, String unit, @Nullable String newest, String line, String area, List<Tick> levels,
		List<Tick> times, String words) {

	static final int WIDTH = 380;

	static final int HEIGHT = 132;

	private static final Frame FRAME = new Frame(42, 8, WIDTH - 10, HEIGHT - 22);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

	/** A mark on an axis. */
	record Tick(String text, double at) {
	}

	static Chart of(String title, String unit, NavigableMap<Instant, Double> values, History history) {
		Instant begin = history.window().begin(history.now());
		Instant end = history.now();
		double highest = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
		double top = roundTop(highest);
		Curve curve = new Curve(FRAME, begin, end, top, history.window().slot());
		String newest = values.isEmpty() ? null : number(values.lastEntry().getValue());
		return new Chart(title, unit, newest, curve.line(values), curve.area(values), levels(top), times(begin, end),
				words(title, unit, values, highest));
	}

	private static List<Tick> levels(double top) {
		return Stream.of(0.0, top / 2, top).map((level) -> new Tick(number(level), FRAME.y(level / top))).toList();
	}

	private static List<Tick> times(Instant begin, Instant end) {
		Duration length = Duration.between(begin, end);
		return Stream.of(0, 1, 2)
			.map((half) -> begin.plus(length.multipliedBy(half).dividedBy(2)))
			.map((at) -> new Tick(TIME.format(at), FRAME.x(begin, end, at)))
			.toList();
	}

	private static String words(String title, String unit, Map<Instant, Double> values, double highest) {
		return values.isEmpty() ? title + ": no figures yet"
				: "%s: at most %s %s in this time".formatted(title, number(highest), unit);
	}

	/** The next of 1, 2, 5, 10, 20, 50 … that is no smaller. */
	static double roundTop(double highest) {
		double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, 1))));
		return Stream.of(1, 2, 5, 10)
			.map((step) -> step * power)
			.filter((top) -> top >= highest)
			.findFirst()
			.orElse(power * 10);
	}

	/** {@code 0}, {@code 0.4}, {@code 12}, {@code 3.1k}, {@code 2M}. */
	static String number(double value) {
		if (value >= 1_000_000) {
			return brief(value / 1_000_000) + 'M';
		}
		return (value >= 1_000) ? brief(value / 1_000) + 'k' : brief(value);
	}

	private static String brief(double value) {
		boolean whole = value >= 10 || Math.abs(value - Math.rint(value)) < 0.05;
		return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value);
	}

	/** The part of a picture in which a line is drawn. */
	record Frame(double left, double top, double right, double bottom) {

		/** Where a share of the height is, 0 at the bottom. */
		double y(double share) {
			return Curve.round(this.bottom - share * (this.bottom - this.top));
		}

		double x(Instant begin, Instant end, Instant at) {
			double share = (double) Duration.between(begin, at).toMillis() / Duration.between(begin, end).toMillis();
			return Curve.round(this.left + Math.clamp(share, 0, 1) * (this.right - this.left));
		}

	}

}
