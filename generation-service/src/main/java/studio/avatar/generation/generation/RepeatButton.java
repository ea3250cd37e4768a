package studio.avatar.generation.generation;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.talk.Words;

/**
 * Orders the same once more. The price stands on it and travels with it, so that nobody
 * pays another one than they have read.
 */
record RepeatButton(Generation repeated, int price) {

	Button labelled(Words words, String label) {
		return words.button(label, "generation:again:%s:%d".formatted(this.repeated.id(), this.price), "price",
				this.price);
	}

	/** Whether this is the price that was on the pressed button. */
	static boolean promises(ButtonPressed press, int price) {
		return press.part(3).equals(Integer.toString(price));
	}

}
