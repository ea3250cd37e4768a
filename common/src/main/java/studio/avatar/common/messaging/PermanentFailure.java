package studio.avatar.common.messaging;

/** A handler's way to say that retrying does not help: the record is parked at once. */
public class PermanentFailure extends RuntimeException {

	public PermanentFailure(String message) {
		super(message);
	}

	public PermanentFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
