package studio.avatar.console.replay;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One walk through the items of a replay, in their order.
 *
 * @param sentTo every item up to here is on the broker
 * @param answered items with an outcome, or given up as unanswered
 * @param failed of those, the ones somebody has to look at
 */
public record Pass(UUID replayId, int number, Kind kind, Instant startedAt, @Nullable Instant endedAt, long sentTo,
		long answered, long failed) {

	/** What a pass is for. */
	public enum Kind {

		PREVIEW, RUN

	}

	/** Sent and without an outcome. */
	public long inFlight() {
		return Math.max(0, this.sentTo - this.answered);
	}

	boolean isPreview() {
		return this.kind == Kind.PREVIEW;
	}

	/**
	 * The replay's id as it goes with the records: previews have names of their own, so
	 * that a late answer to one is not taken for the next one's.
	 */
	String wireId() {
		return isPreview() ? this.replayId + ".p" + this.number : this.replayId.toString();
	}

}
