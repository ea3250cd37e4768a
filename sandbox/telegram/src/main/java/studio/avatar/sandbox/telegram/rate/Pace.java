package studio.avatar.sandbox.telegram.rate;

import java.time.Duration;
import java.time.Instant;

/**
 * One message for each step, and a burst of them after a silence.
 *
 * @param paidUntil what was let pass is made up for by then
 */
record Pace(Instant paidUntil) {

	static final Pace FRESH = new Pace(Instant.EPOCH);

	/** How long until one more may pass; zero or below when it may now. */
	Duration missing(Instant now, Duration step, int burst) {
		return Duration.between(now, this.paidUntil).minus(step.multipliedBy(burst - 1L));
	}

	Pace pass(Instant now, Duration step) {
		return new Pace((this.paidUntil.isAfter(now) ? this.paidUntil : now).plus(step));
	}

}
