package studio.avatar.common.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Heard.Rebuilding;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * The way in, the same for every topic of every service: read, then in one transaction
 * remember in the inbox and handle. What cannot be read or handled leaves as an
 * exception; {@link FailurePolicy} retries or parks it.
 *
 * <p>
 * Each handler is known by its consumer's name, so that {@link Replaying} finds it.
 */
public class Receiving {

	private static final Logger log = LoggerFactory.getLogger(Receiving.class);

	private final ServiceName service;

	private final EventCodec codec;

	private final Inbox inbox;

	private final TransactionTemplate transaction;

	private final MessageCounters counters;

	private final ParkedRecords parked;

	private final ParkedKeys parkedKeys;

	private final Map<String, Heard<?>> heard = new ConcurrentHashMap<>();

	Receiving(ServiceName service, EventCodec codec, Inbox inbox, TransactionTemplate transaction,
			MessageCounters counters, ParkedRecords parked, ParkedKeys parkedKeys) {
		this.service = service;
		this.codec = codec;
		this.inbox = inbox;
		this.transaction = transaction;
		this.counters = counters;
		this.parked = parked;
		this.parkedKeys = parkedKeys;
	}

	/**
	 * A function bean for a topic of the catalogue; name the bean method
	 * {@link Topic#functionName()}.
	 */
	public <E> Consumer<Message<byte[]>> of(Topic topic, Class<E> family, EventHandler<E> handler) {
		return hear(topic, family, handler, Rebuilding.NEVER);
	}

	/**
	 * Like {@link #of}, for a handler that must not meet a later record of a key before
	 * an earlier one, such as the ledger's: while one is parked, later ones of its key
	 * wait behind it, parked as well. Other keys go on.
	 */
	public <E> Consumer<Message<byte[]>> inOrder(Topic topic, Class<E> family, EventHandler<E> handler) {
		this.parkedKeys.keepInOrder(FailurePolicy.consumer(this.service, topic.topicName()));
		return of(topic, family, handler);
	}

	/**
	 * Like {@link #of}, for a handler that does nothing but fill tables from the events,
	 * and fills them the same however often it hears one: operators may have it fill them
	 * again.
	 */
	public <E> Consumer<Message<byte[]>> projection(Topic topic, Class<E> family, EventHandler<E> handler) {
		return hear(topic, family, handler, Rebuilding.WHATEVER_THE_INBOX_SAYS);
	}

	/**
	 * Like {@link #of}, for a handler that remembers in its tables what people did and
	 * otherwise only answers them: operators may have it fill tables that were lost with
	 * their inbox. What it did not forget it does not do twice, and nobody is answered.
	 */
	public <E> Consumer<Message<byte[]>> remembering(Topic topic, Class<E> family, EventHandler<E> handler) {
		return hear(topic, family, handler, Rebuilding.WHAT_THE_INBOX_MISSES);
	}

	/** Whoever is called so, if anybody is. */
	Optional<Heard<?>> heardBy(String consumer) {
		return Optional.ofNullable(this.heard.get(consumer));
	}

	private <E> Consumer<Message<byte[]>> hear(Topic topic, Class<E> family, EventHandler<E> handler,
			Rebuilding rebuilding) {
		if (topic.family() != family || !topic.consumers().contains(this.service)) {
			throw new IllegalArgumentException("%s does not hear %s from %s".formatted(this.service.id(),
					family.getSimpleName(), topic.topicName()));
		}
		Heard<E> consumer = new Heard<>(FailurePolicy.consumer(this.service, topic.topicName()), topic, family, handler,
				rebuilding);
		this.heard.put(consumer.consumer(), consumer);
		return (message) -> receive(consumer, new IncomingRecord(message));
	}

	private <E> void receive(Heard<E> heard, IncomingRecord incoming) {
		Place place = incoming.place();
		this.counters.received(heard.consumer(), place);
		Envelope<E> envelope = incoming.read(this.codec, heard.family());
		try (var context = LogContext.of(heard.topic(), heard.consumer(), envelope)) {
			this.counters.settled(heard.consumer(), place, settle(heard, envelope, incoming));
		}
		catch (LinkageError | StackOverflowError | AssertionError ex) {
			// An error would end the listener for good; as an exception it is retried and
			// parked like any bug.
			throw new IllegalStateException(ex);
		}
	}

	private <E> Outcome settle(Heard<E> heard, Envelope<E> envelope, IncomingRecord incoming) {
		if (EventCodec.isUnrecognized(envelope.event())) {
			log.atWarn().addKeyValue("type", envelope.type()).log("Event of an unknown type kept as parked");
			this.parked.park(heard.consumer(), incoming, Heard.unknown(envelope));
			return Outcome.UNRECOGNIZED;
		}
		return Boolean.TRUE.equals(this.transaction.execute((status) -> handleOnce(heard, envelope, incoming.place())))
				? Outcome.HANDLED : Outcome.DUPLICATE;
	}

	private <E> boolean handleOnce(Heard<E> heard, Envelope<E> envelope, Place place) {
		boolean firstTime = this.inbox.remember(heard.consumer(), envelope.id());
		if (firstTime) {
			this.parkedKeys.parkedBefore(heard.consumer(), envelope.key(), place).ifPresent((earlier) -> {
				throw new WaitsBehindParked(earlier);
			});
			remembering(heard, envelope, () -> handle(heard, envelope));
		}
		this.parkedKeys.handled(heard.consumer(), place);
		return firstTime;
	}

	/** What was in vain is remembered as such, where a rebuild asks for it. */
	<E, T> T remembering(Heard<E> heard, Envelope<E> envelope, Supplier<T> handler) {
		return (heard.rebuilding() == Rebuilding.WHAT_THE_INBOX_MISSES)
				? InVain.during(handler, () -> this.inbox.inVain(heard.consumer(), envelope.id())) : handler.get();
	}

	/** What follows from what was replayed says so as well. */
	private static <E> ReplayEffects handle(Heard<E> heard, Envelope<E> envelope) {
		if (envelope.replayId() != null) {
			return Effects.of(envelope.replayId(), () -> heard.handler().on(envelope));
		}
		heard.handler().on(envelope);
		return ReplayEffects.NONE;
	}

}
