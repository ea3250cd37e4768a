package studio.avatar.console.parked;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts over time as bars of an SVG; all lengths in its units.
 *
 * @param highest the largest count
 * @param sum all counts together
 */
record Bars(int width, int height, long highest, long sum, List<Bar> bars, List<Mark> marks) {

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MMM d, HH:mm").withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d").withZone(ZoneOffset.UTC);

	private static final double GAP = 0.2;

	private static final double LEAST_HEIGHT = 2;

	/** One step; nothing was parked in one of height 0. */
	record Bar(double x, double y, double width, double height, String title) {
	}

	/** A word below the bars. */
	record Mark(double x, String text) {
	}

	static Bars of(Stretch stretch, Instant from, Map<Instant, Long> counts, int width, int height) {
		long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
		long sum = counts.values().stream().mapToLong(Long::longValue).sum();
		double step = (double) width / stretch.steps();
		List<Bar> bars = new ArrayList<>();
		List<Mark> marks = new ArrayList<>();
		for (int i = 0; i < stretch.steps(); i++) {
			Instant begin = from.plus(stretch.step().multipliedBy(i));
			long count = counts.getOrDefault(begin, 0L);
			double tall = (count == 0) ? 0 : Math.max(LEAST_HEIGHT, (double) height * count / highest);
			bars.add(new Bar(round(i * step), round(height - tall), round(step * (1 - GAP)), round(tall),
					"%s UTC: %d parked".formatted(words(stretch, begin), count)));
			if (i % (stretch.steps() / 6) == 0) {
				marks.add(new Mark(round(i * step), words(stretch, begin)));
			}
		}
		return new Bars(width, height, highest, sum, bars, marks);
	}

	private static String words(Stretch stretch, Instant begin) {
		return ((stretch == Stretch.DAYS) ? DAY : HOUR).format(begin);
	}

	private static double round(double length) {
		return Math.round(length * 100) / 100.0;
	}

}
