package studio.avatar.console.replay;

/**
 * Where a replay stands. Each state offers its legal moves and no other:
 *
 * <pre>
 * PLANNED → PREVIEWING → PREVIEWED → (AWAITING_APPROVAL) → RUNNING ⇄ PAUSED → COMPLETED | STOPPED
 *                                               anything but an end → CANCELLED
 * </pre>
 */
public sealed interface ReplayState {

	/** As it is stored and shown. */
	default String word() {
		return Word.of(this).name();
	}

	/** Something more can come of it. */
	default boolean isOpen() {
		return this instanceof Open;
	}

	/** Somebody is at work on it. */
	default boolean isDriven() {
		return this instanceof Previewing || this instanceof Running;
	}

	static ReplayState of(String word) {
		return Word.valueOf(word).state;
	}

	/** Not at an end, so it can be given up. */
	sealed interface Open extends ReplayState {

		default Cancelled cancel() {
			return new Cancelled();
		}

	}

	/** At rest before its run, so its effects can be looked at, once more as well. */
	sealed interface Previewable extends Open {

		default Previewing preview() {
			return new Previewing();
		}

	}

	/** The exact records are frozen. */
	record Planned() implements Previewable {

		/** Only for a few records where no money is: see {@link ApprovalRule}. */
		Running runWithoutPreview() {
			return new Running();
		}

	}

	/** They are with the service, which takes everything back again. */
	record Previewing() implements Open {

		Previewed previewed() {
			return new Previewed();
		}

	}

	/** Its effects are known. */
	record Previewed() implements Previewable {

		Running run() {
			return new Running();
		}

		AwaitingApproval ask() {
			return new AwaitingApproval();
		}

	}

	/** Somebody else has to agree. */
	record AwaitingApproval() implements Previewable {

		Running approve() {
			return new Running();
		}

	}

	/** Records are sent. */
	record Running() implements Open {

		Paused pause() {
			return new Paused();
		}

		Completed complete() {
			return new Completed();
		}

		Stopped stop() {
			return new Stopped();
		}

	}

	/** Nothing more is sent for now. */
	record Paused() implements Open {

		Running resume() {
			return new Running();
		}

	}

	/** Every record has its outcome. */
	record Completed() implements ReplayState {
	}

	/** An operator gave it up, or an approver rejected it. */
	record Cancelled() implements ReplayState {
	}

	/** Too much of it failed. */
	record Stopped() implements ReplayState {
	}

	/** The words of the states, the one place that maps them. */
	enum Word {

		PLANNED(new Planned()), PREVIEWING(new Previewing()), PREVIEWED(new Previewed()),
		AWAITING_APPROVAL(new AwaitingApproval()), RUNNING(new Running()), PAUSED(new Paused()),
		COMPLETED(new Completed()), CANCELLED(new Cancelled()), STOPPED(new Stopped());

		private final ReplayState state;

		Word(ReplayState state) {
			this.state = state;
		}

		static Word of(ReplayState state) {
			return switch (state) {
				case Planned planned -> PLANNED;
				case Previewing previewing -> PREVIEWING;
				case Previewed previewed -> PREVIEWED;
				case AwaitingApproval awaiting -> AWAITING_APPROVAL;
				case Running running -> RUNNING;
				case Paused paused -> PAUSED;
				case Completed completed -> COMPLETED;
				case Cancelled cancelled -> CANCELLED;
				case Stopped stopped -> STOPPED;
			};
		}

	}

}
