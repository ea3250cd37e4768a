package studio.avatar.console.archive;

import java.time.Duration;

/** A search was given up before it was over; its message tells people what helps. */
public class SearchTookTooLong extends RuntimeException {

	SearchTookTooLong(Duration patience, Throwable cause) {
		super("The search took longer than %d s and was given up. Give it a shorter time, or a chat or a type."
			.formatted(patience.toSeconds()), cause);
	}

}
