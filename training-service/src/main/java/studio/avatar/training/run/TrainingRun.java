package studio.avatar.training.run;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.provider.Submission;

/**
 * A paid job at the provider, in each state it can be in. Only the moves that a state
 * offers exist, since each of them moves money or must not:
 *
 * <pre>
 * Requested → Held → Submitting → Submitted → Completed
 *     ↓         ↑________|  |         |→ Failed
 * Declined   (not taken)    ↓         |→ Cancelled
 *                        Unknown      |→ Expired
 * </pre>
 *
 * All that has not ended can also be cancelled. A request that the ledger does not answer
 * in time is; the others but Submitting can expire. Unknown is a run whose submit was
 * never answered: it may be running and paid at the provider, so it is never submitted
 * again and only waits for a deadline of its own. Long because it holds every state.
 */
sealed interface TrainingRun {

	RunOrder order();

	default UUID id() {
		return order().id();
	}

	/** It has not ended. */
	sealed interface UnderWay extends TrainingRun permits Requested, Paid {

		/** The person stops it. */
		Cancelled cancelled(Instant now);

	}

	/** Credits are held for it, and it has not ended. */
	sealed interface Paid extends UnderWay permits Held, Submitting, Submitted, Unknown {

		Hold hold();

	}

	/** Nothing more happens to it. */
	sealed interface Ended extends TrainingRun permits Declined, Completed, Failed, Cancelled, Expired {

		Instant endedAt();

	}

	/** The ledger was asked to set credits aside. */
	record Requested(RunOrder order) implements UnderWay {

		Held held(Hold hold) {
			return new Held(this.order, hold);
		}

		Declined declined(Instant now) {
			return new Declined(this.order, now);
		}

		/** Also when the ledger does not answer in time. */
		@Override
		public Cancelled cancelled(Instant now) {
			return new Cancelled(this.order, null, null, now);
		}
	}

	/**
	 * Credits are set aside; photos are being packed and sent. Doing that again costs
	 * nothing.
	 */
	record Held(RunOrder order, Hold hold) implements Paid {

		/** The provider had said that it did not take it, and calls about it. */
		Submitted submitted(Submission submission) {
			return new Submitted(this.order, this.hold, submission);
		}

		/** The intent to submit, kept before the provider is called. */
		Submitting submitting() {
			return new Submitting(this.order, this.hold);
		}

		Failed failed(Reason reason, String detail, Instant now) {
			return new Failed(this.order, this.hold, null, reason, detail, now);
		}

		Expired expired(Instant now) {
			return new Expired(this.order, this.hold, null, now);
		}

		@Override
		public Cancelled cancelled(Instant now) {
			return new Cancelled(this.order, this.hold, null, now);
		}
	}

	/**
	 * The provider is being called. Found after a restart it means that the answer is
	 * lost.
	 */
	record Submitting(RunOrder order, Hold hold) implements Paid {

		Submitted submitted(Submission submission) {
			return new Submitted(this.order, this.hold, submission);
		}

		/** The provider certainly did not take it: it may be submitted once more. */
		Held notTaken() {
			return new Held(this.order, this.hold);
		}

		/** Its answer is lost; waiting for one helps only for a while. */
		Unknown unknown(Instant limit) {
			return new Unknown(this.order, this.hold.atMostUntil(limit));
		}

		Failed failed(Reason reason, String detail, Instant now) {
			return new Failed(this.order, this.hold, null, reason, detail, now);
		}

		@Override
		public Cancelled cancelled(Instant now) {
			return new Cancelled(this.order, this.hold, null, now);
		}
	}

	/** The provider has accepted it; from here on polling tells the truth. */
	record Submitted(RunOrder order, Hold hold, Submission submission) implements Paid {

		Completed completed(MediaRef model, Instant now) {
			return new Completed(this.order, this.hold, this.submission, model, now);
		}

		Failed failed(Reason reason, String detail, Instant now) {
			return new Failed(this.order, this.hold, this.submission, reason, detail, now);
		}

		Expired expired(Instant now) {
			return new Expired(this.order, this.hold, this.submission, now);
		}

		@Override
		public Cancelled cancelled(Instant now) {
			return new Cancelled(this.order, this.hold, this.submission, now);
		}
	}

	/** Nobody knows whether the provider has accepted it. */
	record Unknown(RunOrder order, Hold hold) implements Paid {

		/** The answer was found after all, and the run has its whole time again. */
		Submitted submitted(Submission submission, Instant deadline) {
			return new Submitted(this.order, new Hold(this.hold.since(), deadline), submission);
		}

		Expired expired(Instant now) {
			return new Expired(this.order, this.hold, null, now);
		}

		@Override
		public Cancelled cancelled(Instant now) {
			return new Cancelled(this.order, this.hold, null, now);
		}
	}

	/** There were not enough credits. */
	record Declined(RunOrder order, Instant endedAt) implements Ended {
	}

	/** The model is in our store. */
	record Completed(RunOrder order, Hold hold, Submission submission, MediaRef model,
			Instant endedAt) implements Ended {
	}

	/**
	 * It brought no model; the credits go back.
	 *
	 * @param submission absent when the provider had not accepted it
	 * @param detail the provider's words, for operators
	 */
	record Failed(RunOrder order, Hold hold, @Nullable Submission submission, Reason reason, String detail,
			Instant endedAt) implements Ended {
	}

	/**
	 * The person stopped it, or it never began; the credits go back.
	 *
	 * @param hold absent when the ledger had not answered yet
	 * @param submission absent when the provider had not accepted it, or we do not know
	 */
	record Cancelled(RunOrder order, @Nullable Hold hold, @Nullable Submission submission,
			Instant endedAt) implements Ended {
	}

	/**
	 * Its deadline has passed; the credits go back.
	 *
	 * @param submission absent when the provider had not accepted it, or we do not know
	 */
	record Expired(RunOrder order, Hold hold, @Nullable Submission submission, Instant endedAt) implements Ended {
	}

}
