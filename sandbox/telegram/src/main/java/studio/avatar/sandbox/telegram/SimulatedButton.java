package studio.avatar.sandbox.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A button of an inline keyboard: it carries callback data, opens a link or copies a
 * text.
 */
public record SimulatedButton(String label, @Nullable String callbackData, @Nullable String url) {

	/**
	 * What a press sends to the bot.
	 * @throws IllegalStateException when the bot hears nothing of a press
	 */
	String pressable() {
		if (this.callbackData == null) {
			throw new IllegalStateException("button '" + this.label + "' carries no callback data");
		}
		return this.callbackData;
	}

}
