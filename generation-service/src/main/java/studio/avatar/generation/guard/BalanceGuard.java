package studio.avatar.generation.guard;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.credits.Balances;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;

/**
 * Enough credits for what is asked. It only saves a person the detour: the ledger has the
 * last word, and {@link #refusal} says it then.
 */
@Component
public class BalanceGuard {

	private final Balances balances;

	private final Texts texts;

	BalanceGuard(Balances balances, Texts texts) {
		this.balances = balances;
		this.texts = texts;
	}

	/**
	 * The price, when it is covered or nothing is known of the balance yet.
	 * @param back leads back to what is to be paid
	 */
	public Guarded<Integer> covers(Origin origin, int price, Button back) {
		return this.balances.of(origin.userId())
			.filter((balance) -> !balance.covers(price))
			.<Guarded<Integer>>map(
					(balance) -> new Refused<>(refusal(origin.locale(), price, balance.available(), back)))
			.orElseGet(() -> new Passed<>(price));
	}

	/** Says what is needed and what is there. */
	public Card refusal(String language, int needed, int available, Button back) {
		return Card.of(this.texts.rich(language, "guard.balance", "needed", needed, "available", available))
			.row(new Button(this.texts.get(language, "button.balance"), "account:balance"))
			.row(back);
	}

}
