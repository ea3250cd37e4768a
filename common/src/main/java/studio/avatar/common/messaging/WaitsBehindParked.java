package studio.avatar.common.messaging;

/**
 * A record is parked only because an earlier one of its key is: taken out of turn, it
 * would do something else.
 */
class WaitsBehindParked extends PermanentFailure {

	WaitsBehindParked(String place) {
		super("waits behind " + place);
	}

}
