package studio.avatar.training.credits;

import java.util.UUID;

import studio.avatar.common.messaging.Cause;

/** Whoever asked for credits to be held. A hold of somebody else's is ignored. */
public interface HoldOutcomes {

	/** The credits are set aside. */
	void held(UUID holdId, Cause cause);

	/** There are not enough. */
	void declined(UUID holdId, int needed, int available, Cause cause);

}
