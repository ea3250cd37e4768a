package studio.avatar.console.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts over time as bars of an SVG; all lengths in its units.
 *
 * @param noun what is counted, {@code parked}
 * @param highest the largest count
 * @param sum all counts together
 */
public record Bars(int width, int height, String noun, long highest, long sum, List<Bar> bars, List<Mark> marks) {

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final double GAP = 0.2;

	private static final double LEAST_HEIGHT = 2;

	private static final int MARKS = 6;

	/** One step; nothing was in one of height 0. */
	public record Bar(double x, double y, double width, double height, String title) {
	}

	/** A word below the bars. */
	public record Mark(double x, String text) {
	}

	/**
	 * Draws counts.
	 * @param counts by the beginning of each step; none means zero
	 */
	public static Bars of(Steps steps, Map<Instant, Long> counts, String noun, int width, int height) {
		long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
		long sum = counts.values().stream().mapToLong(Long::longValue).sum();
		double step = (double) width / steps.count();
		List<Bar> bars = new ArrayList<>();
		List<Mark> marks = new ArrayList<>();
		for (int i = 0; i < steps.count(); i++) {
			Instant begin = steps.begin(i);
			long count = counts.getOrDefault(begin, 0L);
			double tall = (count == 0) ? 0 : Math.max(LEAST_HEIGHT, (double) height * count / highest);
			bars.add(new Bar(round(i * step), round(height - tall), round(step * (1 - GAP)), round(tall),
					"%s UTC: %,d %s".formatted(words(steps, begin), count, noun)));
			if (i % Math.ceilDiv(steps.count(), MARKS) == 0) {
				marks.add(new Mark(round(i * step), words(steps, begin)));
			}
		}
		return new Bars(width, height, noun, highest, sum, bars, marks);
	}

	private static String words(Steps steps, Instant begin) {
		return ((steps.step().toDays() > 0) ? DAY : HOUR).format(begin);
	}

	private static double round(double length) {
		return Math.round(length * 100) / 100.0;
	}

}
