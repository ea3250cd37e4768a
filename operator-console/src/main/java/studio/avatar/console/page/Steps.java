package studio.avatar.console.page;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in steps of one length. */
public record Steps(Instant from, Duration step, int count) {

	/** So that a moment is in the last step; steps begin as UTC counts hours and days. */
	public static Steps until(Instant last, Duration step, int count) {
		return new Steps(beginOf(last, step).minus(step.multipliedBy(count - 1L)), step, count);
	}

	/** From the step in which one moment is to the one in which another is. */
	public static Steps between(Instant first, Instant last, Duration step) {
		Instant from = beginOf(first, step);
		return new Steps(from, step, 1 + (int) Duration.between(from, beginOf(last, step)).dividedBy(step));
	}

	private static Instant beginOf(Instant moment, Duration step) {
		long seconds = step.toSeconds();
		return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
	}

	public Instant begin(int number) {
		return this.from.plus(this.step.multipliedBy(number));
	}

	/** When the last of them is over. */
	public Instant end() {
		return begin(this.count);
	}

}
