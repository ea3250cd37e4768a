package studio.avatar.common.credits;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.contract.CreditsEvent.Unrecognized;
import studio.avatar.common.messaging.Envelope;

/** Hears what the ledger did. */
public class CreditsHandler {

	private final Balances balances;

	private final HoldOutcomes holds;

	CreditsHandler(Balances balances, HoldOutcomes holds) {
		this.balances = balances;
		this.holds = holds;
	}

	/**
	 * Captured and released need no answer: the service asked for them and told the
	 * person then, and the balance comes by itself.
	 */
	public void on(Envelope<CreditsEvent> envelope) {
		switch (envelope.event()) {
			case BalanceChanged changed -> this.balances.remember(changed);
			case CreditsHeld held -> this.holds.held(held.holdId(), envelope.asCause());
			case CreditsDeclined declined ->
				this.holds.declined(declined.holdId(), declined.needed(), declined.available(), envelope.asCause());
			case CreditsCaptured _, CreditsReleased _, Unrecognized _ -> {
			}
		}
	}

}
