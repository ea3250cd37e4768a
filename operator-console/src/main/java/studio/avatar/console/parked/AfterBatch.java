package studio.avatar.console.parked;

/** What a retry does after a batch has ended. */
sealed interface AfterBatch {

	/** The next batch goes out. */
	record Send(int number, int most) implements AfterBatch {
	}

	/** Nothing is left. */
	record Done() implements AfterBatch {
	}

	/** It ends before its time. */
	record Stop(String words) implements AfterBatch {
	}

	/**
	 * Decides it.
	 * @param ended the batch that ended
	 * @param waiting how many records of the retry have not been sent yet
	 * @param kind whether its batches grow
	 */
	static AfterBatch of(BatchCount ended, long waiting, RetryKind kind, ParkedSettings settings) {
		if (ended.left() > 0) {
			return new Stop("The replay of batch %d ended before all of it was sent.".formatted(ended.number()));
		}
		if (waiting == 0) {
			return new Done();
		}
		return (ended.failed() == ended.size() || ended.failed() > ended.size() * settings.failingShare()) ? new Stop(
				"%d of the %d records of batch %d failed.".formatted(ended.failed(), ended.size(), ended.number()))
				: new Send(ended.number() + 1, settings.sizeOf(kind, ended.number() + 1));
	}

}
