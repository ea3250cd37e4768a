package studio.avatar.sandbox.launch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures are held against, in a sentence each. */
final class Goals {

	/** How many times as long the slowest wait of a hundred may become. */
	private static final double MOST_TIMES = 2;

	private final List<String> missed = new ArrayList<>();

	/** So many a second at least. */
	Goals atLeast(String what, double perSecond, double goal) {
		say(perSecond >= goal, String.format(Locale.ROOT, "%s: %.0f/s; the goal is %.0f/s", what, perSecond, goal));
		return this;
	}

	/** The ninety-ninth percentile at most doubles, and everybody is answered. */
	Goals atMostDoubles(String what, Latencies without, Latencies during) {
		double times = during.percentile(99) / without.percentile(99);
		boolean reached = during.count() > 0 && times <= MOST_TIMES;
		say(reached,
				String.format(Locale.ROOT, "%s: p99 %.1f ms without, %.1f ms during it, %.2f times; the goal is %.0f",
						what, without.percentile(99), during.percentile(99), times, MOST_TIMES));
		return this;
	}

	/** That it is so. */
	Goals holds(String what, boolean so) {
		say(so, what);
		return this;
	}

	private void say(boolean reached, String sentence) {
		System.out.println("  " + (reached ? "reached  " : "MISSED   ") + sentence);
		if (!reached) {
			this.missed.add(sentence);
		}
	}

	/** The sentences of those that were missed. */
	List<String> missed() {
		return List.copyOf(this.missed);
	}

}
