package studio.avatar.common.contract;

import org.jspecify.annotations.Nullable;

/**
 * What became of one replayed record, or what would become of it.
 *
 * @param item its number in the replay, from 1
 * @param attempt which sending of it this is about, from 1
 * @param result what became of it
 * @param effects what it led to or would lead to; nothing where it was dropped or failed
 * @param failure why it failed or was refused; absent otherwise
 */
public record ReplayOutcome(long item, int attempt, Result result, ReplayEffects effects, @Nullable Failure failure) {

	public ReplayOutcome {
		Refuse.missing(result, "result");
		Refuse.missing(effects, "effects");
	}

	/** What can become of a replayed record. */
	public enum Result {

		/** Preview: the inbox has it, so a run would drop it. */
		WOULD_BE_DROPPED,
		/** Preview: the handler took it, and all it did was taken back. */
		WOULD_BE_HANDLED,
		/** Preview: the handler failed. */
		WOULD_FAIL,
		/** Run: the inbox had it, so it was dropped. */
		DROPPED,
		/** Run: handled, for the first time. */
		HANDLED,
		/** Rebuild: applied to the projection, without any effect outside it. */
		APPLIED,
		/** The handler failed; the record was not parked a second time. */
		FAILED,
		/** It cannot be replayed like this: the mode is not for this consumer. */
		REFUSED;

		/** Whether somebody has to look at it. */
		public boolean isTrouble() {
			return this == WOULD_FAIL || this == FAILED || this == REFUSED;
		}

	}

	/**
	 * Why a record failed.
	 *
	 * @param cause class of the innermost exception
	 * @param message what it said
	 * @param fingerprint 16 hex digits, equal for failures of the same kind at the same
	 * place in our code, as on parked records
	 */
	public record Failure(String cause, String message, String fingerprint) {

		public Failure {
			Refuse.blank(cause, "cause");
			Refuse.missing(message, "message");
			Refuse.blank(fingerprint, "fingerprint");
		}
	}

}
