package studio.avatar.sandbox.provider.painting;

import java.util.Locale;
import java.util.Optional;

import studio.avatar.sandbox.provider.lora.LoraFile;

/**
 * One picture to paint. The same commission always gives the same pixels.
 *
 * @param prompt what it shows, drawn on it as it is
 * @param size exactly
 * @param seed unsigned
 * @param lora who is on it; absent paints a landscape without anybody
 * @param black whether the safety checker blackens it
 */
record Commission(String prompt, ImageSize size, long seed, Optional<LoraFile> lora, boolean black) {

	/**
	 * Whether the prompt calls the person: a LoRA without its trigger phrase gives a
	 * stranger.
	 */
	boolean callsThePerson() {
		return this.lora.filter((learned) -> !learned.photos().isEmpty() && words().contains(lower(learned.trigger())))
			.isPresent();
	}

	/** The prompt in small letters. */
	String words() {
		return lower(this.prompt);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
