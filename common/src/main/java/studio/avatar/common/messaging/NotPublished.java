package studio.avatar.common.messaging;

/** The broker did not take a record in time. Trying again later helps. */
class NotPublished extends RuntimeException {

	NotPublished(String topic, Throwable cause) {
		super("nothing could be published to " + topic, cause);
	}

}
