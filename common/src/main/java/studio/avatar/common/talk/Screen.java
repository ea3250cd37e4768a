package studio.avatar.common.talk;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;

/**
 * What a person is answered: a card, and perhaps a word at the edge of the screen.
 *
 * @param toast at most 200 characters; absent when the card says enough
 */
public record Screen(Card card, @Nullable String toast) {

	public static Screen of(Card card) {
		return new Screen(card, null);
	}

	public Screen toast(String words) {
		return new Screen(this.card, words);
	}

	public Screen card(Card other) {
		return new Screen(other, this.toast);
	}

	/** The card alone, begun with what the toast would have said. */
	Card withToastOnCard() {
		return (this.toast == null) ? this.card
				: this.card.text(RichText.of(this.toast).line().line().append(this.card.text()));
	}

}
