package studio.avatar.gateway.reply;

import java.time.Duration;

/**
 * Allows a burst, then one turn for each span of time. Not thread-safe by itself.
 */
final class TokenBucket {

	private final double burst;

	private final double nanosPerToken;

	private double tokens;

	private long filledAt;

	/**
	 * Creates a full one.
	 * @param nowNanos {@link System#nanoTime()}
	 */
	TokenBucket(int burst, Duration perToken, long nowNanos) {
		this.burst = burst;
		this.nanosPerToken = perToken.toNanos();
		this.tokens = burst;
		this.filledAt = nowNanos;
	}

	/** How long until there is a turn; zero when there is one now. */
	Duration missing(long nowNanos) {
		fill(nowNanos);
		return (this.tokens >= 1) ? Duration.ZERO
				: Duration.ofNanos((long) Math.ceil((1 - this.tokens) * this.nanosPerToken));
	}

	/** Takes a turn, also one that is not there yet: the next then waits longer. */
	void take(long nowNanos) {
		fill(nowNanos);
		this.tokens -= 1;
	}

	/** Nobody took anything for so long that it is as if new. */
	boolean isFull(long nowNanos) {
		fill(nowNanos);
		return this.tokens >= this.burst;
	}

	private void fill(long nowNanos) {
		this.tokens = Math.min(this.burst, this.tokens + (nowNanos - this.filledAt) / this.nanosPerToken);
		this.filledAt = nowNanos;
	}

}
