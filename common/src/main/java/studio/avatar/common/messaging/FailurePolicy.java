package studio.avatar.common.messaging;

import java.util.List;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * What happens to a record whose handling failed, written out because the binder's own
 * defaults drop it.
 *
 * <ul>
 * <li>Nonsense and {@link PermanentFailure}: parked at once.
 * <li>The database is away: tried again until it is back, since every other record would
 * fail as well.
 * <li>Anything else: some more attempts ({@link RetrySettings}: four within about three
 * seconds), then parked.
 * <li>Parking fails too: the offset is not committed, the record is tried and parked
 * again about once a second.
 * </ul>
 */
class FailurePolicy {

	private static final Logger log = LoggerFactory.getLogger(FailurePolicy.class);

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5_000;

	private static final long PAUSE_WHEN_NOT_PARKED_MILLIS = 1_000;

	private final ServiceName service;

	private final ParkedRecords parked;

	private final MessageCounters counters;

	private final RetrySettings retries;

	FailurePolicy(ServiceName service, ParkedRecords parked, MessageCounters counters, RetrySettings retries) {
		this.retries = retries;
		this.service = service;
		this.parked = parked;
		this.counters = counters;
	}

	/**
	 * How a consumer is called in the inbox, in counters and on parked records,
	 * {@code training/chat.training}.
	 */
	static String consumer(ServiceName service, String topic) {
		return service.id() + '/' + topic;
	}

	DefaultErrorHandler errorHandler() {
		DefaultErrorHandler handler = new TellingErrorHandler();
		handler.setBackOffFunction((record, failure) -> backOff(failure, this.retries));
		handler.setResetStateOnRecoveryFailure(false);
		handler.setRetryListeners((record, failure, attempt) -> logFailedAttempt(record, failure, attempt));
		return handler;
	}

	/**
	 * For replayed records, of which {@link Replaying} tells what failed: a batch comes
	 * again until the database is back.
	 */
	DefaultErrorHandler errorHandlerOfReplays() {
		DefaultErrorHandler handler = new DefaultErrorHandler(untilItIsBack());
		handler.setRetryListeners(new ReplayRetryLog(Topic.replayOf(this.service)));
		return handler;
	}

	private void park(ConsumerRecord<?, ?> failed, Exception why) {
		String consumer = consumer(this.service, failed.topic());
		Place place = new Place(failed.topic(), failed.partition(), failed.offset());
		this.counters.received(consumer, place);
		try {
			this.parked.park(consumer, failed, why);
		}
		catch (RuntimeException ex) {
			pause();
			throw ex;
		}
		this.counters.settled(consumer, place, Outcome.PARKED);
	}

	/**
	 * A broker or a database that refuses at once would otherwise be asked without any
	 * rest.
	 */
	private static void pause() {
		try {
			Thread.sleep(PAUSE_WHEN_NOT_PARKED_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void logFailedAttempt(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
		log.atWarn()
			.addKeyValue("consumer", consumer(this.service, record.topic()))
			.addKeyValue("partition", record.partition())
			.addKeyValue("offset", record.offset())
			.addKeyValue("attempt", attempt)
			.setCause(failure)
			.log("Record could not be handled");
	}

	static BackOff backOff(@Nullable Exception failure, RetrySettings retries) {
		return switch (failure) {
			case Failure.Away away -> untilItIsBack();
			case Failure.Permanent permanent -> new FixedBackOff(0, 0);
			case null, default -> retries.backOff();
		};
	}

	private static BackOff untilItIsBack() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
		backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
		return backOff;
	}

	private record ReplayRetryLog(String topic) implements RetryListener {

		@Override
		public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
			// comes in batches only
		}

		@Override
		public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
			log.atWarn()
				.addKeyValue("topic", this.topic)
				.addKeyValue("count", records.count())
				.addKeyValue("attempt", attempt)
				.setCause(failure)
				.log("Replayed records wait");
		}

	}

	/** Tells the kinds of failure apart before the framework counts attempts. */
	private final class TellingErrorHandler extends DefaultErrorHandler {

		TellingErrorHandler() {
			super(FailurePolicy.this::park, FailurePolicy.this.retries.backOff());
		}

		@Override
		public void handleRemaining(Exception thrown, List<ConsumerRecord<?, ?>> records, Consumer<?, ?> consumer,
				MessageListenerContainer container) {
			super.handleRemaining(Failure.of(thrown), records, consumer, container);
		}

	}

}
