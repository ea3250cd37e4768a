package studio.avatar.console.parked;

import java.util.List;
import java.util.UUID;

/**
 * Lets one consumer meet records again: a replay of them, as far as this package knows.
 */
interface Redelivery {

	/**
	 * Begins in the caller's transaction; what becomes of each record is told to
	 * {@link RetryProgress}.
	 * @return the replay's id
	 * @throws ParkedRefused when these records cannot be replayed to it
	 */
	UUID begin(String consumer, List<RecordToRetry> records, String operator, String reason);

	/** How many records one replay takes. */
	int most();

	/**
	 * Nothing more of it is sent; no error when it has ended already. Not to be called
	 * within a transaction, which such an end would spoil.
	 */
	void cancel(UUID replay, String operator);

}
