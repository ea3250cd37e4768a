package studio.avatar.gateway.account;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;

/**
 * What the ledger does about a request. A request that was answered before moves nothing
 * and is told how the hold stands now; only a declined one is judged anew, because the
 * person may have more by then.
 */
sealed interface CreditsDecision {

	/** Move credits from available to held. */
	record Hold(HoldCredits request) implements CreditsDecision {
	}

	/** Not enough. */
	record Decline(HoldCredits request, int available) implements CreditsDecision {
	}

	/** Move held credits to revenue, and the rest back. */
	record Capture(CaptureCredits request, int released) implements CreditsDecision {
	}

	/** Move held credits back. */
	record Release(ReleaseCredits request, int amount) implements CreditsDecision {
	}

	/** Nothing moves, now or when the hold is asked for later: its job is over. */
	record Withdraw(ReleaseCredits request) implements CreditsDecision {
	}

	/** Nothing moves; this is how it stands. */
	record Repeat(CreditsEvent standing) implements CreditsDecision {
	}

	/** Nothing moves and nobody waits for an answer. */
	record Ignore(String reason) implements CreditsDecision {
	}

	/** Somebody must look at it. */
	record Impossible(String reason) implements CreditsDecision {
	}

	/**
	 * Decides.
	 * @param available what the person can spend
	 */
	static CreditsDecision of(CreditsRequest request, HoldState hold, int available) {
		return switch (request) {
			case HoldCredits asked -> !hold.mayBeAskedBy(asked.userId()) ? strangers() : hold(asked, hold, available);
			case CaptureCredits asked -> !hold.mayBeAskedBy(asked.userId()) ? strangers() : capture(asked, hold);
			case ReleaseCredits asked -> !hold.mayBeAskedBy(asked.userId()) ? strangers() : release(asked, hold);
			case CreditsRequest.Unrecognized newer -> new Impossible("a request of a newer version: " + newer.type());
		};
	}

	private static CreditsDecision hold(HoldCredits asked, HoldState hold, int available) {
		return switch (hold) {
			case HoldState.Unknown unknown when asked.amount() <= available -> new Hold(asked);
			case HoldState.Unknown unknown -> new Decline(asked, available);
			case HoldState.Held held when held.amount() != asked.amount() ->
				new Impossible("%d are held, now %d are asked for".formatted(held.amount(), asked.amount()));
			case HoldState.Held held ->
				new Repeat(new CreditsHeld(asked.holdId(), asked.chatId(), asked.userId(), held.amount()));
			case HoldState.Captured captured -> new Repeat(captured(asked.holdId(), asked.chatId(), captured));
			case HoldState.Released released -> new Repeat(released(asked.holdId(), asked.chatId(), released));
			case HoldState.Withdrawn withdrawn ->
				new Repeat(new CreditsReleased(asked.holdId(), asked.chatId(), asked.userId(), asked.amount()));
		};
	}

	private static CreditsDecision capture(CaptureCredits asked, HoldState hold) {
		return switch (hold) {
			case HoldState.Unknown unknown -> new Impossible("nothing is held to capture");
			case HoldState.Held held when asked.amount() > held.amount() ->
				new Impossible("%d to capture, only %d held".formatted(asked.amount(), held.amount()));
			case HoldState.Held held -> new Capture(asked, held.amount() - asked.amount());
			case HoldState.Captured captured -> new Repeat(captured(asked.holdId(), asked.chatId(), captured));
			case HoldState.Released released -> new Impossible("given back already, cannot be captured");
			case HoldState.Withdrawn withdrawn -> new Impossible("given back before it was held, cannot be captured");
		};
	}

	private static CreditsDecision release(ReleaseCredits asked, HoldState hold) {
		return switch (hold) {
			case HoldState.Unknown unknown -> new Withdraw(asked);
			case HoldState.Withdrawn withdrawn -> new Ignore("given back before, nothing was held");
			case HoldState.Held held -> new Release(asked, held.amount());
			case HoldState.Captured captured -> new Ignore("captured already, cannot be given back");
			case HoldState.Released released -> new Repeat(released(asked.holdId(), asked.chatId(), released));
		};
	}

	private static CreditsCaptured captured(java.util.UUID holdId, long chatId, HoldState.Captured hold) {
		return new CreditsCaptured(holdId, chatId, hold.userId(), hold.captured(), hold.released());
	}

	private static CreditsReleased released(java.util.UUID holdId, long chatId, HoldState.Released hold) {
		return new CreditsReleased(holdId, chatId, hold.userId(), hold.amount());
	}

	private static CreditsDecision strangers() {
		return new Impossible("the hold is another person's");
	}

}
