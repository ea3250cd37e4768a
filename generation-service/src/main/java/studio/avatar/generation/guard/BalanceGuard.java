package studio.avatar.generation.guard;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.credits.Balances;
import studio.avatar.common.talk.Guarded;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;

/**
 * Enough credits for what is asked. It only saves a person the detour: the ledger has the
 * last word, and {@link #refusal} says it then.
 */
@Component
public class BalanceGuard {

	private final Balances balances;

	private final Language language;

	BalanceGuard(Balances balances, Language language) {
		this.balances = balances;
		this.language = language;
	}

	/**
	 * The price, when it is covered or nothing is known of the balance yet.
	 * @param back leads back to what is to be paid
	 */
	public Guarded<Integer> covers(Talk talk, int price, Button back) {
		OptionalInt available = this.balances.available(talk.userId());
		return (available.orElse(price) >= price) ? new Passed<>(price)
				: new Refused<>(Screen.of(refusal(talk.locale(), price, available.getAsInt(), back)));
	}

	/** Says what is needed and what is there. */
	public Card refusal(String locale, int needed, int available, Button back) {
		Words words = this.language.of(locale);
		return Card.of(words.rich("guard.balance", "needed", needed, "available", available))
			.row(words.button("button.balance", "account:balance"))
			.row(back);
	}

}
