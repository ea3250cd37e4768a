package studio.avatar.common.messaging;

/** A record cannot be replayed like this; the operator has to ask for something else. */
class NotReplayable extends RuntimeException {

	NotReplayable(String why) {
		super(why);
	}

}
