package studio.avatar.sandbox.provider;

import java.time.Duration;

/**
 * How long the simulated provider takes.
 *
 * @param queued time every request waits in the queue before work begins
 * @param training time one training run works, whatever its number of steps
 * @param picture time one inference request works, whatever its number of images
 */
public record Pace(Duration queued, Duration training, Duration picture) {

	/** For tests: a training in about a second, a picture in about a third of one. */
	public static final Pace FAST = new Pace(Duration.ofMillis(50), Duration.ofMillis(900), Duration.ofMillis(200));

	/**
	 * For people at the web chat: long enough to see the queue, the progress and the
	 * cancel button.
	 */
	public static final Pace SANDBOX = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(3));

	public Pace {
		if (queued.isNegative() || training.isNegative() || picture.isNegative()) {
			throw new IllegalArgumentException("a pace is never negative");
		}
	}

}
