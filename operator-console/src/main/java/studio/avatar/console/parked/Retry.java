package studio.avatar.console.parked;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A retry as operators see it.
 *
 * @param fingerprint the group; absent when records were chosen by hand
 * @param words why it ended as it did; absent when there is nothing to say
 * @param records how many were frozen into it
 * @param waiting how many of them have not been sent yet
 */
record Retry(long id, String consumer, @Nullable String fingerprint, RetryKind kind, String operator, String reason,
		RetryState state, @Nullable String words, Instant startedAt, @Nullable Instant endedAt, long records,
		long waiting) {

	public boolean running() {
		return this.state == RetryState.RUNNING;
	}

}
