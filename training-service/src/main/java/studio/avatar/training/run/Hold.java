package studio.avatar.training.run;

import java.time.Instant;

/**
 * Credits set aside for a run.
 *
 * @param since when the ledger told
 * @param deadline when the run must have ended
 */
record Hold(Instant since, Instant deadline) {

	/** The same credits, with the earlier of two deadlines. */
	Hold atMostUntil(Instant limit) {
		return limit.isBefore(this.deadline) ? new Hold(this.since, limit) : this;
	}

	boolean isOver(Instant now) {
		return !now.isBefore(this.deadline);
	}

}
