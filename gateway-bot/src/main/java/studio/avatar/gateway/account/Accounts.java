package studio.avatar.gateway.account;

import java.time.Clock;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.gateway.person.Person;

import org.springframework.stereotype.Component;

/** What the rest of the gateway may do with credits: give the welcome, and look. */
@Component
public class Accounts {

	private final Ledger ledger;

	private final BalanceCard card;

	private final Outbox outbox;

	private final Clock clock;

	private final int welcomeCredits;

	Accounts(Ledger ledger, BalanceCard card, Outbox outbox, Clock clock, AccountSettings settings) {
		this.ledger = ledger;
		this.card = card;
		this.outbox = outbox;
		this.clock = clock;
		this.welcomeCredits = settings.welcomeCredits();
	}

	/** Welcome credits for somebody new, exactly once. Only inside a transaction. */
	public void welcome(Person person, Cause cause) {
		if (this.welcomeCredits == 0) {
			return;
		}
		this.ledger.lock(person.userId(), person.chatId());
		if (this.ledger.move(Movement.welcome(person.userId(), this.welcomeCredits), this.clock.instant())) {
			Balance balance = balance(person.userId());
			this.outbox.publish(
					Topic.CREDITS_EVENTS, person.chatId(), new CreditsEvent.BalanceChanged(person.chatId(),
							person.userId(), balance.available(), balance.held(), this.ledger.revise(person.userId())),
					cause);
		}
	}

	public Balance balance(long userId) {
		return this.ledger.balance(userId);
	}

	/** Balance and latest operations, for the person to see. */
	public Card card(Person person) {
		return this.card.of(person, balance(person.userId()), this.ledger.latest(person.userId(), BalanceCard.LINES));
	}

}
