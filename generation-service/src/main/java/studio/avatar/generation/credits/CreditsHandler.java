package studio.avatar.generation.credits;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.contract.CreditsEvent.Unrecognized;
import studio.avatar.common.messaging.Envelope;

/** Hears what the ledger did. */
@Component
public class CreditsHandler {

	private final Balances balances;

	private final HeldWork work;

	CreditsHandler(Balances balances, HeldWork work) {
		this.balances = balances;
		this.work = work;
	}

	public void on(Envelope<CreditsEvent> envelope) {
		switch (envelope.event()) {
			case CreditsHeld held -> this.work.held(envelope.with(held));
			case CreditsDeclined declined -> this.work.declined(envelope.with(declined));
			case BalanceChanged balance -> this.balances.changed(balance);
			// What was captured or released was asked for by us, and told to the person
			// then.
			case CreditsCaptured _, CreditsReleased _, Unrecognized _ -> {
			}
		}
	}

}
