package studio.avatar.common.credits;

import java.util.UUID;

import studio.avatar.common.messaging.Cause;

/**
 * Work that goes on when the ledger has answered. Holds of other services come by as
 * well: an id that is not known is not ours, and nothing happens.
 */
public interface HoldOutcomes {

	/** The credits are set aside. */
	void held(UUID holdId, Cause cause);

	/**
	 * There are not enough.
	 * @param needed credits asked for
	 * @param available credits there are
	 */
	void declined(UUID holdId, int needed, int available, Cause cause);

}
