package studio.avatar.common.contract;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What operators want of a service. Topic {@code operator.commands}, key: the service's
 * id, so that a brake and its release stay in order. Every service hears all of them and
 * acts on those that name a consumer of its own.
 *
 * <p>
 * {@code consumer} is a service and a topic it hears, {@code training/chat.training};
 * {@code operator} is the name somebody signed in by.
 */
public sealed interface OperatorCommand {

	/**
	 * The brake: read nothing more from a topic, in all instances and after restarts,
	 * until it is resumed. What was published meanwhile waits.
	 *
	 * @param reason why, for whoever finds it paused
	 */
	@JsonTypeName("operator.pause-consumer")
	record PauseConsumer(String consumer, String operator, String reason) implements OperatorCommand {

		public PauseConsumer {
			Refuse.blank(consumer, "consumer");
			Refuse.blank(operator, "operator");
			Refuse.blank(reason, "reason");
		}
	}

	/** Read on where it was paused. */
	@JsonTypeName("operator.resume-consumer")
	record ResumeConsumer(String consumer, String operator) implements OperatorCommand {

		public ResumeConsumer {
			Refuse.blank(consumer, "consumer");
			Refuse.blank(operator, "operator");
		}
	}

	/**
	 * Let the later records of a key go on although this one is parked: an operator has
	 * discarded it.
	 *
	 * @param key Kafka key, for money a chat id; for whoever reads it
	 * @param place where the parked record stood first, {@code credits.requests-3@1742}
	 */
	@JsonTypeName("operator.let-key-on")
	record LetKeyOn(String consumer, String key, String place, String operator) implements OperatorCommand {

		public LetKeyOn {
			Refuse.blank(consumer, "consumer");
			Refuse.blank(key, "key");
			Refuse.blank(place, "place");
			Refuse.blank(operator, "operator");
		}
	}

	/** A command of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements OperatorCommand {
	}

}
