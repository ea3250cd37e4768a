package studio.avatar.console.parked;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of one batch of a retry so far.
 *
 * @param handled handled now, or before already
 * @param failed failed, refused, or nobody answered
 * @param left not sent, because the replay ended before
 */
record BatchCount(int number, UUID replayId, int size, int handled, int failed, int left, Instant startedAt,
		@Nullable Instant endedAt) {

	public int open() {
		return this.size - this.handled - this.failed - this.left;
	}

}
