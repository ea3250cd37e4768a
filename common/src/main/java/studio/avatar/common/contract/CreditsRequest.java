package studio.avatar.common.contract;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What a service asks the ledger to do. Topic {@code credits.requests}, key: chat id.
 * Idempotent by hold id, which is the id of the job that costs: asking twice moves
 * nothing twice.
 */
public sealed interface CreditsRequest {

	/**
	 * Set credits aside before work that costs is begun.
	 *
	 * @param holdId id of the job
	 * @param amount credits, at least 1
	 */
	@JsonTypeName("credits.hold")
	record HoldCredits(UUID holdId, long chatId, long userId, int amount, Purpose purpose) implements CreditsRequest {

		public HoldCredits {
			refuse(holdId, chatId, userId);
			Refuse.outside(amount, 1, Integer.MAX_VALUE, "amount");
			Refuse.missing(purpose, "purpose");
		}
	}

	/**
	 * Take held credits for work that was delivered; what is held beyond {@code amount}
	 * goes back.
	 *
	 * @param amount credits, at least 1 and at most what is held
	 */
	@JsonTypeName("credits.capture")
	record CaptureCredits(UUID holdId, long chatId, long userId, int amount) implements CreditsRequest {

		public CaptureCredits {
			refuse(holdId, chatId, userId);
			Refuse.outside(amount, 1, Integer.MAX_VALUE, "amount");
		}
	}

	/**
	 * Give held credits back.
	 *
	 * @param reason for the statement and for operators
	 */
	@JsonTypeName("credits.release")
	record ReleaseCredits(UUID holdId, long chatId, long userId, String reason) implements CreditsRequest {

		public ReleaseCredits {
			refuse(holdId, chatId, userId);
			Refuse.blank(reason, "reason");
		}
	}

	/** What credits are spent on. */
	enum Purpose {

		TRAINING, GENERATION

	}

	/** A request of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements CreditsRequest {
	}

	private static void refuse(UUID holdId, long chatId, long userId) {
		Refuse.missing(holdId, "holdId");
		Refuse.zero(chatId, "chatId");
		Refuse.zero(userId, "userId");
	}

}
