package studio.avatar.common.contract;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What the ledger did. Topic {@code credits.events}, key: chat id. */
public sealed interface CreditsEvent {

	/** Credits are set aside: the work may begin. */
	@JsonTypeName("credits.held")
	record CreditsHeld(UUID holdId, long chatId, long userId, int amount) implements CreditsEvent {

		public CreditsHeld {
			refuse(holdId, chatId, userId);
			Refuse.outside(amount, 1, Integer.MAX_VALUE, "amount");
		}
	}

	/**
	 * Not enough credits: nothing was set aside.
	 *
	 * @param needed credits asked for
	 * @param available credits there are, less than {@code needed}
	 */
	@JsonTypeName("credits.declined")
	record CreditsDeclined(UUID holdId, long chatId, long userId, int needed, int available) implements CreditsEvent {

		public CreditsDeclined {
			refuse(holdId, chatId, userId);
			Refuse.outside(available, 0, needed - 1L, "available");
		}
	}

	/** Held credits were taken; {@code released} of them went back. */
	@JsonTypeName("credits.captured")
	record CreditsCaptured(UUID holdId, long chatId, long userId, int captured, int released) implements CreditsEvent {

		public CreditsCaptured {
			refuse(holdId, chatId, userId);
			Refuse.outside(captured, 1, Integer.MAX_VALUE, "captured");
			Refuse.outside(released, 0, Integer.MAX_VALUE, "released");
		}
	}

	/** Held credits went back. */
	@JsonTypeName("credits.released")
	record CreditsReleased(UUID holdId, long chatId, long userId, int amount) implements CreditsEvent {

		public CreditsReleased {
			refuse(holdId, chatId, userId);
			Refuse.outside(amount, 1, Integer.MAX_VALUE, "amount");
		}
	}

	/**
	 * What a person has now; services show it beside a price.
	 *
	 * @param available credits that can be spent
	 * @param held credits set aside for work under way
	 * @param revision rises with every movement of this person's credits: an older one is
	 * ignored
	 */
	@JsonTypeName("credits.balance-changed")
	record BalanceChanged(long chatId, long userId, int available, int held, long revision) implements CreditsEvent {

		public BalanceChanged {
			Refuse.zero(chatId, "chatId");
			Refuse.zero(userId, "userId");
			Refuse.outside(available, 0, Integer.MAX_VALUE, "available");
			Refuse.outside(held, 0, Integer.MAX_VALUE, "held");
			Refuse.outside(revision, 1, Long.MAX_VALUE, "revision");
		}
	}

	/** An event of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements CreditsEvent {
	}

	private static void refuse(UUID holdId, long chatId, long userId) {
		Refuse.missing(holdId, "holdId");
		Refuse.zero(chatId, "chatId");
		Refuse.zero(userId, "userId");
	}

}
