package studio.avatar.common.messaging;

import java.util.UUID;

/**
 * Why an event is published. The ids of events are derived from it, so that the same
 * cause, handled again by a replay or after a lost database, gives the same ids and
 * whoever hears them has seen them before.
 *
 * @param correlationId the chat update everything goes back to
 * @param causationId the event, or the job and its step, that directly led here; unique
 * among causes of one service
 * @param trace where in the trace it happens
 */
public record Cause(String correlationId, String causationId, Trace trace) {

	public Cause {
		if (correlationId.isBlank() || causationId.isBlank()) {
			throw new IllegalArgumentException("a cause needs a correlation id and a causation id");
		}
	}

	/** A chat update, the beginning of everything. */
	public static Cause ofUpdate(long updateId) {
		return new Cause(UUID.randomUUID().toString(), "update/" + updateId, Trace.begin());
	}

	/**
	 * A step of a job that goes on without an event, such as a poll.
	 * @param step unique for the job and the outcome, such as
	 * {@code training-run/<id>/completed}
	 */
	public Cause step(String step) {
		return new Cause(this.correlationId, step, this.trace.child());
	}

}
