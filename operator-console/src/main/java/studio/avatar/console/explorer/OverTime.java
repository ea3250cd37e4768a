package studio.avatar.console.explorer;

import java.time.Instant;
import java.util.Map;

import studio.avatar.console.page.Bars;
import studio.avatar.console.page.Steps;

/**
 * How many events there were when.
 *
 * @param counts by the beginning of each step; none means zero
 */
record OverTime(Steps steps, Map<Instant, Long> counts) {

	private static final int WIDE = 960;

	private static final int HIGH = 40;

	Bars bars() {
		return Bars.of(this.steps, this.counts, "events", WIDE, HIGH);
	}

}
