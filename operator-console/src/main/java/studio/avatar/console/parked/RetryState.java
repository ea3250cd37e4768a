package studio.avatar.console.parked;

import java.util.Locale;

/** How far a retry is. */
enum RetryState {

	/** A batch is out, or the next one is about to go. */
	RUNNING,
	/** All of it was sent. */
	DONE,
	/** Too much of a batch failed, or its replay did not go through. */
	STOPPED,
	/** An operator ended it. */
	CANCELLED;

	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
