package studio.avatar.common.messaging;

/**
 * Handles one event inside the transaction that also remembers it in the inbox and keeps
 * what it publishes in the outbox. It must not call anybody: long work is written down
 * and done by a worker.
 */
@FunctionalInterface
public interface EventHandler<E> {

	/**
	 * Handles it.
	 * @throws PermanentFailure when retrying does not help; any other exception is
	 * retried a few times and then parked
	 */
	void on(Envelope<E> envelope);

}
