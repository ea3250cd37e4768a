package studio.avatar.common.messaging;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The broker did not take a record in time. Trying again later helps. */
public class NotPublished extends RuntimeException {

	NotPublished(String topic, Throwable cause) {
		super("nothing could be published to " + topic, cause);
	}

	/** The broker is there and refuses this very record; others may pass. */
	boolean refusesTheRecord() {
		Throwable reason = getCause();
		while (reason != null) {
			if (reason instanceof RecordTooLargeException || reason instanceof InvalidTopicException
					|| reason instanceof InvalidRecordException) {
				return true;
			}
			reason = reason.getCause();
		}
		return false;
	}

}
