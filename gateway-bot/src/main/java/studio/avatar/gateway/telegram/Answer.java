package studio.avatar.gateway.telegram;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Every way a call can end.
 *
 * @param <R> what Telegram gives when all is well
 */
public sealed interface Answer<R> {

	/** It was done. */
	record Done<R>(R result) implements Answer<R> {
	}

	/**
	 * Telegram said no; nothing was done.
	 *
	 * @param retryAfter how long to wait before the next call for that chat; only with
	 * {@link Refusal#FLOOD}
	 * @param movedTo the chat that took the place of this one; only with
	 * {@link Refusal#MOVED}
	 */
	record Refused<R>(Refusal why, int code, String description, @Nullable Duration retryAfter,
			@Nullable Long movedTo) implements Answer<R> {

		/** For the record of a failed call. */
		public String words() {
			return this.code + " " + this.description;
		}

	}

	/**
	 * No answer: the network, a timeout, or a server in trouble. It may or may not have
	 * been done.
	 *
	 * @param reason without the token
	 * @param reached whether it may have come to a server; not when there was no
	 * connection
	 */
	record Lost<R>(String reason, boolean reached) implements Answer<R> {
	}

	/**
	 * The same answer for a caller that expects another type; only for what is not done.
	 */
	@SuppressWarnings("unchecked")
	default <S> Answer<S> undone() {
		if (this instanceof Done<R>) {
			throw new IllegalStateException("it was done");
		}
		return (Answer<S>) this;
	}

}
