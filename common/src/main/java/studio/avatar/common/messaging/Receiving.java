package studio.avatar.common.messaging;

import java.util.Map;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * The way in, the same for every topic of every service: read, then in one transaction
 * remember in the inbox and handle. What cannot be read or handled leaves as an
 * exception; {@link FailurePolicy} retries or parks it.
 */
public class Receiving {

	private static final Logger log = LoggerFactory.getLogger(Receiving.class);

	private final ServiceName service;

	private final EventCodec codec;

	private final Inbox inbox;

	private final TransactionTemplate transaction;

	private final MessageCounters counters;

	private final ParkedRecords parked;

	Receiving(ServiceName service, EventCodec codec, Inbox inbox, TransactionTemplate transaction,
			MessageCounters counters, ParkedRecords parked) {
		this.service = service;
		this.codec = codec;
		this.inbox = inbox;
		this.transaction = transaction;
		this.counters = counters;
		this.parked = parked;
	}

	/**
	 * A function bean for a topic of the catalogue; name the bean method
	 * {@link Topic#functionName()}.
	 */
	public <E> Consumer<Message<byte[]>> of(Topic topic, Class<E> family, EventHandler<E> handler) {
		if (topic.family() != family || !topic.consumers().contains(this.service)) {
			throw new IllegalArgumentException("%s does not hear %s from %s".formatted(this.service.id(),
					family.getSimpleName(), topic.topicName()));
		}
		String consumer = FailurePolicy.consumer(this.service, topic.topicName());
		return (message) -> receive(topic, consumer, family, handler, new IncomingRecord(message));
	}

	private <E> void receive(Topic topic, String consumer, Class<E> family, EventHandler<E> handler,
			IncomingRecord incoming) {
		Place place = incoming.place();
		this.counters.received(consumer, place);
		Envelope<E> envelope = incoming.read(this.codec, family);
		try (var context = logContext(topic, consumer, envelope)) {
			this.counters.settled(consumer, place, settle(consumer, handler, envelope, incoming));
		}
		catch (LinkageError | StackOverflowError | AssertionError ex) {
			// An error would end the listener for good; as an exception it is retried and
			// parked like any bug.
			throw new IllegalStateException(ex);
		}
	}

	private <E> Outcome settle(String consumer, EventHandler<E> handler, Envelope<E> envelope,
			IncomingRecord incoming) {
		if (EventCodec.isUnrecognized(envelope.event())) {
			log.atWarn().addKeyValue("type", envelope.type()).log("Event of an unknown type kept as parked");
			this.parked.park(consumer, incoming, new UnreadableEvent("unknown type " + envelope.type()));
			return Outcome.UNRECOGNIZED;
		}
		return Boolean.TRUE.equals(this.transaction.execute((status) -> handleOnce(consumer, handler, envelope)))
				? Outcome.HANDLED : Outcome.DUPLICATE;
	}

	private <E> boolean handleOnce(String consumer, EventHandler<E> handler, Envelope<E> envelope) {
		boolean firstTime = this.inbox.remember(consumer, envelope.id());
		if (firstTime) {
			handler.on(envelope);
		}
		return firstTime;
	}

	private static LogContext logContext(Topic topic, String consumer, Envelope<?> envelope) {
		Map<String, String> keys = Map.of("consumer", consumer, "eventId", envelope.id(), topic.key().word(),
				envelope.key(), "correlationId", envelope.correlationId(), "traceId", envelope.trace().traceId());
		keys.forEach(MDC::put);
		return () -> keys.keySet().forEach(MDC::remove);
	}

	/** Consumer threads are shared: what is put for one record is taken away with it. */
	private interface LogContext extends AutoCloseable {

		@Override
		void close();

	}

}
