package studio.avatar.common.messaging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event with what CloudEvents says about it.
 *
 * @param id {@code ce_id}, unique among all events
 * @param type {@code ce_type}, the wire name
 * @param source {@code ce_source}, the service that published it
 * @param time {@code ce_time}, when it was published
 * @param key Kafka key: what the topic is about, as text
 * @param correlationId the chat update it goes back to
 * @param causationId what directly led to it
 * @param trace where in the trace it was published
 * @param replayId the operator's replay it belongs to; absent when it is live
 * @param event the event itself
 */
public record Envelope<E>(String id, String type, String source, Instant time, String key, String correlationId,
		String causationId, Trace trace, @Nullable String replayId, E event) {

	/** This event as the reason for others. */
	public Cause asCause() {
		return new Cause(this.correlationId, this.id, this.trace.child());
	}

	/**
	 * The same event in a trace of its own, as a replay meets it: its old trace is a
	 * story that has ended. What ties the two is the correlation id, and this event's id
	 * as the cause of what follows.
	 */
	Envelope<E> inNewTrace() {
		return new Envelope<>(this.id, this.type, this.source, this.time, this.key, this.correlationId,
				this.causationId, Trace.begin(), this.replayId, this.event);
	}

	/**
	 * The same envelope around a narrower view of its event, for handlers that switch on
	 * the case.
	 */
	public <F> Envelope<F> with(F narrowed) {
		return new Envelope<>(this.id, this.type, this.source, this.time, this.key, this.correlationId,
				this.causationId, this.trace, this.replayId, narrowed);
	}

}
