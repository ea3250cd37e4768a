package studio.avatar.gateway.account;

import java.time.Clock;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.PermanentFailure;

import org.springframework.stereotype.Component;

/**
 * Hears what services ask of the ledger. The account is locked first, so two requests of
 * one person never see the same credits.
 */
@Component
public class CreditsHandler {

	private static final Logger log = LoggerFactory.getLogger(CreditsHandler.class);

	private final Ledger ledger;

	private final Holds holds;

	private final Outbox outbox;

	private final Clock clock;

	CreditsHandler(Ledger ledger, Holds holds, Outbox outbox, Clock clock) {
		this.ledger = ledger;
		this.holds = holds;
		this.outbox = outbox;
		this.clock = clock;
	}

	public void on(Envelope<CreditsRequest> envelope) {
		CreditsRequest request = envelope.event();
		Asker asker = askerOf(request);
		this.ledger.lock(asker.userId(), asker.chatId());
		CreditsDecision decision = CreditsDecision.of(request, this.holds.find(asker.holdId()),
				this.ledger.balance(asker.userId()).available());
		act(decision, asker, envelope.asCause());
	}

	private void act(CreditsDecision decision, Asker asker, Cause cause) {
		switch (decision) {
			case CreditsDecision.Hold(HoldCredits request) -> hold(request, asker, cause);
			case CreditsDecision.Decline(HoldCredits request, int available) ->
				publish(asker, new CreditsEvent.CreditsDeclined(asker.holdId(), asker.chatId(), asker.userId(),
						request.amount(), available), cause);
			case CreditsDecision.Capture(CaptureCredits request, int released) ->
				capture(request, released, asker, cause);
			case CreditsDecision.Release(ReleaseCredits request, int amount) -> release(request, amount, asker, cause);
			case CreditsDecision.Withdraw(ReleaseCredits request) -> this.holds.withdraw(request, this.clock.instant());
			case CreditsDecision.Repeat(CreditsEvent standing) -> publish(asker, standing, cause);
			case CreditsDecision.Ignore(String reason) -> log.atWarn()
				.addKeyValue("jobId", asker.holdId())
				.addKeyValue("chatId", asker.chatId())
				.addKeyValue("reason", reason)
				.log("Nothing moves");
			case CreditsDecision.Impossible(String reason) ->
				throw new PermanentFailure("hold " + asker.holdId() + ": " + reason);
		}
	}

	private void hold(HoldCredits request, Asker asker, Cause cause) {
		this.holds.open(request, this.clock.instant());
		move(Movement.hold(asker.holdId(), asker.userId(), request.amount(), request.purpose()));
		publish(asker, new CreditsEvent.CreditsHeld(asker.holdId(), asker.chatId(), asker.userId(), request.amount()),
				cause);
		publishBalance(asker, cause);
	}

	private void capture(CaptureCredits request, int released, Asker asker, Cause cause) {
		Purpose purpose = this.holds.purposeOf(asker.holdId());
		this.holds.close(asker.holdId(), "captured", request.amount(), this.clock.instant());
		move(Movement.capture(asker.holdId(), asker.userId(), request.amount(), purpose));
		if (released > 0) {
			move(Movement.release(asker.holdId(), asker.userId(), released, purpose, "not needed"));
		}
		publish(asker, new CreditsEvent.CreditsCaptured(asker.holdId(), asker.chatId(), asker.userId(),
				request.amount(), released), cause);
		publishBalance(asker, cause);
	}

	private void release(ReleaseCredits request, int amount, Asker asker, Cause cause) {
		Purpose purpose = this.holds.purposeOf(asker.holdId());
		this.holds.close(asker.holdId(), "released", 0, this.clock.instant());
		move(Movement.release(asker.holdId(), asker.userId(), amount, purpose, request.reason()));
		publish(asker, new CreditsEvent.CreditsReleased(asker.holdId(), asker.chatId(), asker.userId(), amount), cause);
		publishBalance(asker, cause);
	}

	/** The decision was taken under the lock, so a key in use is a broken ledger. */
	private void move(Movement movement) {
		if (!this.ledger.move(movement, this.clock.instant())) {
			throw new PermanentFailure("moved before: " + movement.key());
		}
	}

	private void publishBalance(Asker asker, Cause cause) {
		Balance balance = this.ledger.balance(asker.userId());
		publish(asker, new CreditsEvent.BalanceChanged(asker.chatId(), asker.userId(), balance.available(),
				balance.held(), this.ledger.revise(asker.userId())), cause);
	}

	private void publish(Asker asker, CreditsEvent event, Cause cause) {
		this.outbox.publish(Topic.CREDITS_EVENTS, asker.chatId(), event, cause);
	}

	private static Asker askerOf(CreditsRequest request) {
		return switch (request) {
			case HoldCredits asked -> new Asker(asked.holdId(), asked.chatId(), asked.userId());
			case CaptureCredits asked -> new Asker(asked.holdId(), asked.chatId(), asked.userId());
			case ReleaseCredits asked -> new Asker(asked.holdId(), asked.chatId(), asked.userId());
			case CreditsRequest.Unrecognized newer ->
				throw new PermanentFailure("a request of a newer version: " + newer.type());
		};
	}

	/** Whose hold it is about. */
	private record Asker(UUID holdId, long chatId, long userId) {

	}

}
