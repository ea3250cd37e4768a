package studio.avatar.gateway.account;

/** What became of credits set aside for one job. Nothing leads back. */
sealed interface HoldState {

	/** Nobody asked yet, or there was not enough. */
	record Unknown() implements HoldState {
	}

	/** Set aside. */
	record Held(long userId, int amount) implements HoldState {
	}

	/** Taken; what was not needed went back. */
	record Captured(long userId, int captured, int released) implements HoldState {
	}

	/** Given back whole. */
	record Released(long userId, int amount) implements HoldState {
	}

	/** Given back before it was asked for: its job is over, and it is never held. */
	record Withdrawn(long userId) implements HoldState {
	}

	/** Whether it is this person's, or nobody's yet. */
	default boolean mayBeAskedBy(long userId) {
		return switch (this) {
			case Unknown unknown -> true;
			case Held held -> held.userId() == userId;
			case Captured captured -> captured.userId() == userId;
			case Released released -> released.userId() == userId;
			case Withdrawn withdrawn -> withdrawn.userId() == userId;
		};
	}

}
