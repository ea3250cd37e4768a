package studio.avatar.common.messaging;

/**
 * A record that cannot be read: no CloudEvent, no JSON, or nonsense that the event
 * refuses. Retrying does not help.
 */
public class UnreadableEvent extends RuntimeException {

	UnreadableEvent(String what) {
		super(what);
	}

	UnreadableEvent(String type, Throwable cause) {
		super("%s cannot be read: %s".formatted(type, cause.getMessage()), cause);
	}

}
