package studio.avatar.common.contract;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A screen of the bot: text, perhaps a picture or a contact sheet, perhaps buttons. It is
 * one message as long as it fits into one.
 *
 * @param text a message holds 4096 characters, 1024 under a picture; the gateway spreads
 * what is longer over up to ten, cut between paragraphs where it can
 * @param picture shown above the text; absent for a text card
 * @param keyboard rows of buttons, possibly none, 100 buttons at most (Telegram's limit);
 * the gateway breaks a row whose labels would be cut
 * @param sheet shown above the text in place of a picture; absent otherwise
 */
public record Card(RichText text, @Nullable MediaRef picture, List<List<Button>> keyboard,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sheet sheet) {

	/** Telegram takes no more in all rows together. */
	public static final int MOST_BUTTONS = 100;

	public Card {
		Refuse.missing(text, "text");
		Refuse.missing(keyboard, "keyboard");
		keyboard = keyboard.stream().<List<Button>>map(List::copyOf).toList();
		Refuse.outside(keyboard.stream().mapToInt(List::size).sum(), 0, MOST_BUTTONS, "number of buttons");
		if (text.text().isBlank() && picture == null && sheet == null) {
			throw new IllegalArgumentException("a card without text and picture cannot be shown");
		}
		if (picture != null && sheet != null) {
			throw new IllegalArgumentException("a card shows a picture or a sheet, not both");
		}
	}

	public Card(RichText text, @Nullable MediaRef picture, List<List<Button>> keyboard) {
		this(text, picture, keyboard, null);
	}

	public static Card of(RichText text) {
		return new Card(text, null, List.of());
	}

	public Card picture(MediaRef shown) {
		return new Card(this.text, shown, this.keyboard);
	}

	/** The same card with thumbnails above it. */
	public Card sheet(Sheet shown) {
		return new Card(this.text, null, this.keyboard, shown);
	}

	/** The same card with other words. */
	public Card text(RichText words) {
		return new Card(words, this.picture, this.keyboard, this.sheet);
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
		return new Card(this.text, this.picture, rows, this.sheet);
	}

}
