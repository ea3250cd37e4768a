package studio.avatar.console.replay;

/** What a pass does next, as {@link Pacing} decides it. */
sealed interface NextStep {

	/** Send that many more. */
	record Send(int count, Doing doing) implements NextStep {
	}

	/** Look after what has been silent for too long. */
	record Chase() implements NextStep {
	}

	record Wait(Doing doing) implements NextStep {
	}

	/** Too much failed. */
	record Stop(String why) implements NextStep {
	}

	/** Everything has its outcome. */
	record Finish() implements NextStep {
	}

}
