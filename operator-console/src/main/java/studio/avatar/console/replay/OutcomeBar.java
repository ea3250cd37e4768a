package studio.avatar.console.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a pass is, as a bar: a segment for each outcome, in thousandths of its width,
 * and the rest. Pure.
 */
record OutcomeBar(List<Segment> segments) {

	static final double WIDTH = 1000;

	/** Whatever is there can be seen. */
	private static final double NARROWEST = 4;

	static OutcomeBar of(Map<ItemResult, Long> results, long records, long inFlight) {
		List<Segment> segments = new ArrayList<>();
		double at = 0;
		for (ItemResult result : ItemResult.values()) {
			long count = results.getOrDefault(result, 0L);
			at = add(segments, at, count, records, result.words(), style(result));
		}
		add(segments, at, inFlight, records, "sent, without an outcome yet", "in-flight");
		return new OutcomeBar(segments);
	}

	private static double add(List<Segment> segments, double at, long count, long records, String words, String style) {
		if (count <= 0) {
			return at;
		}
		double width = Math.min(Math.max(NARROWEST, WIDTH * count / records), Math.max(0, WIDTH - at));
		segments.add(new Segment(at, width, count, words, style));
		return at + width;
	}

	private static String style(ItemResult result) {
		return switch (result) {
			case WOULD_BE_HANDLED, HANDLED, APPLIED -> "handled";
			case WOULD_BE_DROPPED, DROPPED -> "dropped";
			case WOULD_FAIL, FAILED, REFUSED -> "failed";
			case UNANSWERED -> "unanswered";
		};
	}

	/** One part of the bar. */
	record Segment(double from, double width, long count, String words, String style) {

		/** For the legend, {@code 1,204 would be handled}. */
		public String label() {
			return "%,d %s".formatted(this.count, this.words);
		}

		public String x() {
			return String.format(Locale.ROOT, "%.1f", this.from);
		}

		public String w() {
			return String.format(Locale.ROOT, "%.1f", this.width);
		}

	}

}
