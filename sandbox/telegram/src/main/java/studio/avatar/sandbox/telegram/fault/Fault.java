package studio.avatar.sandbox.telegram.fault;

import java.time.Duration;

/**
 * One way in which a call can go wrong.
 */
public sealed interface Fault {

	/**
	 * Refused with 429 and {@code retry_after}; nothing is done.
	 */
	static Fault floodWait(int retryAfterSeconds) {
		return new FloodWait(retryAfterSeconds);
	}

	/**
	 * Answered with a 5xx; nothing is done.
	 */
	static Fault serverError(int status) {
		return new ServerError(status);
	}

	/**
	 * Refused with a code and words of one's choice; nothing is done.
	 */
	static Fault refused(int code, String description) {
		return new Refused(code, description);
	}

	/**
	 * Done at once and answered after a delay.
	 */
	static Fault slow(Duration delay) {
		return new Slow(delay);
	}

	/**
	 * Done, but the connection is cut before the answer: the caller cannot know.
	 */
	static Fault cutAfterSuccess() {
		return new CutAfterSuccess();
	}

	/**
	 * The connection is cut and nothing is done: the caller cannot know.
	 */
	static Fault cutBefore() {
		return new CutBefore();
	}

	/** See {@link Fault#cutBefore()}. */
	record CutBefore() implements Fault {
	}

	/** See {@link Fault#floodWait(int)}. */
	record FloodWait(int retryAfterSeconds) implements Fault {
		public FloodWait {
			if (retryAfterSeconds < 1) {
				throw new IllegalArgumentException("retryAfterSeconds must be at least 1");
			}
		}
	}

	/** See {@link Fault#serverError(int)}. */
	record ServerError(int status) implements Fault {
		public ServerError {
			if (status < 500 || status > 599) {
				throw new IllegalArgumentException("a server error is 500-599, not " + status);
			}
		}
	}

	/** See {@link Fault#refused(int, String)}. */
	record Refused(int code, String description) implements Fault {
		public Refused {
			if (code < 400 || code > 499) {
				throw new IllegalArgumentException("a refusal is 400-499, not " + code);
			}
		}
	}

	/** See {@link Fault#slow(Duration)}. */
	record Slow(Duration delay) implements Fault {
		public Slow {
			if (delay.isNegative()) {
				throw new IllegalArgumentException("delay must not be negative");
			}
		}
	}

	/** See {@link Fault#cutAfterSuccess()}. */
	record CutAfterSuccess() implements Fault {
	}

}
