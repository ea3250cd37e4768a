package studio.avatar.training.run;

import java.time.Instant;

/**
 * Credits set aside for a run.
 *
 * @param since when the ledger told
 * @param deadline when the run must have ended
 */
record Hold(Instant since, Instant deadline) {

	boolean isOver(Instant now) {
		return !now.isBefore(this.deadline);
	}

}
