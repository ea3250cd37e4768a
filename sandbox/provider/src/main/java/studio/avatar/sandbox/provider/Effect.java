package studio.avatar.sandbox.provider;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a call. Effects of the first group hit the call itself; those of
 * the second are decided by the submit call and hit the request it creates, also after a
 * restart.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Effect {

	/**
	 * The call is not carried out and answered with this status.
	 *
	 * @param status HTTP status 400 to 599
	 * @param body the answer's body; absent means what the provider says with that status
	 */
	@JsonTypeName("answer")
	record Answer(int status, @Nullable String body) implements Effect {

		public Answer {
			if (status < 400 || status > 599) {
				throw new IllegalArgumentException("an error status is 400 to 599, not " + status);
			}
		}

		public Answer(int status) {
			this(status, null);
		}

	}

	/**
	 * The call is carried out at once, and its answer comes this much later: a client
	 * that gives up lost a success.
	 */
	@JsonTypeName("hang")
	record Hang(Duration time) implements Effect {
	}

	/**
	 * The connection is cut without an answer.
	 *
	 * @param accepted whether the call was carried out first (a lost success) or not (a
	 * lost request)
	 */
	@JsonTypeName("cut")
	record Cut(boolean accepted) implements Effect {
	}

	/**
	 * The call is carried out, and answered 200 with something that is no JSON (a file:
	 * with damaged bytes).
	 */
	@JsonTypeName("nonsense")
	record Nonsense() implements Effect {
	}

	/**
	 * Submit only: the request is accepted and fails when its time is over.
	 *
	 * @param status status of its result, as 500 or 422
	 * @param errorType {@code error_type} of its status and {@code type} of its result
	 * @param message what the provider says about it
	 */
	@JsonTypeName("fail-job")
	record FailJob(int status, String errorType, String message) implements Effect {

		/** A training that breaks down on the provider's side. */
		public static FailJob training() {
			return new FailJob(500, "internal_server_error", "Training failed: CUDA out of memory");
		}

		/** A prompt or picture the provider refuses after a look at it. */
		public static FailJob contentPolicy() {
			return new FailJob(422, "content_policy_violation",
					"The content could not be processed because it was flagged by a content checker.");
		}

	}

	/** Submit only: the safety checker blackens every image of this request. */
	@JsonTypeName("nsfw-job")
	record NsfwJob() implements Effect {
	}

	/**
	 * Submit only: the request stays where it is for ever, in the queue or in progress.
	 */
	@JsonTypeName("never-finish")
	record NeverFinish(boolean inQueue) implements Effect {
	}

	/**
	 * Submit only: the request's webhook is sent this many times; 0 is never, 2 is a
	 * duplicate.
	 */
	@JsonTypeName("webhook")
	record WebhookTimes(int times) implements Effect {
	}

	/** Submit only: every delivery of the request's webhook has a wrong signature. */
	@JsonTypeName("spoil-webhook")
	record SpoilWebhook(How how) implements Effect {

		/** What is wrong with the signature. */
		public enum How {

			/** There is none. */
			UNSIGNED,
			/** It is that of another body. */
			OTHER_BODY,
			/** It is made with a key that is not the simulator's. */
			OTHER_KEY,
			/** It is good, and was made an hour ago. */
			LONG_AGO

		}

	}

	/** Whether this effect belongs to the request that a submit creates. */
	default boolean ofTheJob() {
		return switch (this) {
			case FailJob _, NsfwJob _, NeverFinish _, WebhookTimes _, SpoilWebhook _ -> true;
			case Answer _, Hang _, Cut _, Nonsense _ -> false;
		};
	}

}
