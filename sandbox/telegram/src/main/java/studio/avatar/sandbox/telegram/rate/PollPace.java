package studio.avatar.sandbox.telegram.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows a bot that asks again and again for the same updates.
 */
public final class PollPace {

	private static final Duration SOON = Duration.ofSeconds(3);

	private static final Duration AT_ONCE = Duration.ofMillis(500);

	private final InstantSource clock;

	private long offset;

	private Instant at = Instant.EPOCH;

	PollPace(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * How a poll goes.
	 *
	 * @param limit updates at most
	 * @param timeout how long it waits for the first
	 */
	public record Poll(int limit, Duration timeout) {
	}

	/**
	 * Asking for the same within three seconds waits that long, within half a second it
	 * gets one update only.
	 */
	public synchronized Poll slowed(long offset, Poll asked) {
		Instant now = this.clock.instant();
		Duration since = (this.offset == offset) ? Duration.between(this.at, now) : SOON;
		this.offset = offset;
		this.at = now;
		boolean soon = since.compareTo(SOON) < 0;
		return new Poll((since.compareTo(AT_ONCE) < 0) ? 1 : asked.limit(),
				(soon && asked.timeout().compareTo(SOON) < 0) ? SOON : asked.timeout());
	}

}
