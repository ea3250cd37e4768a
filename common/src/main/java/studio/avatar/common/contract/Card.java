package studio.avatar.common.contract;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A screen of the bot: one message with text, perhaps a picture, perhaps buttons.
 *
 * @param text at most 4096 characters are shown, 1024 under a picture; the gateway
 * shortens what is longer
 * @param picture shown above the text; absent for a text card
 * @param keyboard rows of buttons, possibly none
 */
public record Card(RichText text, @Nullable MediaRef picture, List<List<Button>> keyboard) {

	public Card {
		Refuse.missing(text, "text");
		Refuse.missing(keyboard, "keyboard");
		keyboard = keyboard.stream().<List<Button>>map(List::copyOf).toList();
		if (text.text().isBlank() && picture == null) {
			throw new IllegalArgumentException("a card without text and picture cannot be shown");
		}
	}

	public static Card of(RichText text) {
		return new Card(text, null, List.of());
	}

	public Card picture(MediaRef shown) {
		return new Card(this.text, shown, this.keyboard);
	}

	/** The same card with one more row of buttons below. */
	public Card row(Button... buttons) {
		return row(List.of(buttons));
	}

	/** The same card with one more row of buttons below; no buttons, no row. */
	public Card row(List<Button> buttons) {
		if (buttons.isEmpty()) {
			return this;
		}
		List<List<Button>> rows = new ArrayList<>(this.keyboard);
		rows.add(buttons);
		return new Card(this.text, this.picture, rows);
	}

}
