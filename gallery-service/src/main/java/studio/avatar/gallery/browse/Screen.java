package studio.avatar.gallery.browse;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Card;

/**
 * What a person is answered.
 *
 * @param toast words at the edge of the screen, at most 200 characters; absent when the
 * card says enough
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

}
