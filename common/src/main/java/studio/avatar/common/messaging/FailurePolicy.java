package studio.avatar.common.messaging;

import java.net.ConnectException;
import java.sql.SQLTransientConnectionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * What happens to a record whose handling failed, written out because the binder's own
 * defaults drop it.
 *
 * <ul>
 * <li>Nonsense and {@link PermanentFailure}: parked at once.
 * <li>The database is away: tried again until it is back, since every other record would
 * fail as well.
 * <li>Anything else: four more attempts within about three seconds, then parked.
 * </ul>
 */
class FailurePolicy {

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5_000;

	private static final int RETRIES = 4;

	private final ServiceName service;

	private final ParkedRecords parked;

	private final MessageCounters counters;

	FailurePolicy(ServiceName service, ParkedRecords parked, MessageCounters counters) {
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
		DefaultErrorHandler handler = new DefaultErrorHandler(this::park, retries());
		handler.setBackOffFunction((record, failure) -> backOff(failure));
		handler.setResetStateOnRecoveryFailure(false);
		return handler;
	}

	private void park(ConsumerRecord<?, ?> failed, Exception why) {
		String consumer = consumer(this.service, failed.topic());
		Place place = new Place(failed.topic(), failed.partition(), failed.offset());
		this.counters.received(consumer, place);
		this.parked.park(consumer, failed, why);
		this.counters.settled(consumer, place, Outcome.PARKED);
	}

	static BackOff backOff(Exception failure) {
		if (isAway(failure)) {
			return untilItIsBack();
		}
		return isPermanent(failure) ? new FixedBackOff(0, 0) : retries();
	}

	private static boolean isPermanent(Exception failure) {
		return has(failure, UnreadableEvent.class) || has(failure, PermanentFailure.class);
	}

	private static boolean isAway(Exception failure) {
		return has(failure, CannotCreateTransactionException.class)
				|| has(failure, DataAccessResourceFailureException.class)
				|| has(failure, SQLTransientConnectionException.class) || has(failure, ConnectException.class)
				|| has(failure, NotPublished.class);
	}

	private static boolean has(Exception failure, Class<? extends Exception> kind) {
		return NestedExceptionUtils.getMostSpecificCause(failure).getClass() == kind || contains(failure, kind);
	}

	private static boolean contains(Throwable failure, Class<? extends Exception> kind) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (kind.isInstance(at)) {
				return true;
			}
		}
		return false;
	}

	private static BackOff retries() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
		backOff.setMaxAttempts(RETRIES);
		return backOff;
	}

	private static BackOff untilItIsBack() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
		backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
		return backOff;
	}

}
