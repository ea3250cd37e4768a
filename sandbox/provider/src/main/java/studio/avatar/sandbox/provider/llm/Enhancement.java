package studio.avatar.sandbox.provider.llm;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Adds a photographer's words to a prompt, only where the person said nothing about the
 * same thing.
 */
final class Enhancement {

	/**
	 * A thing to say something about: the words that show it has been said, and what to
	 * say otherwise.
	 */
	private record Aspect(Pattern said, List<String> words) {
	}

	private static final List<Aspect> ASPECTS = List.of(
			new Aspect(Pattern.compile("light|sun|neon|lamp|dark"),
					List.of("soft directional light", "warm golden-hour light", "gentle window light")),
			new Aspect(Pattern.compile("mm|lens|close-up|full body|wide|shot"),
					List.of("85mm lens", "50mm lens", "shallow depth of field")),
			new Aspect(Pattern.compile("detail|texture|sharp"),
					List.of("natural skin texture", "fine detail", "sharp focus on the eyes")),
			new Aspect(Pattern.compile("colou?r|black and white|monochrome|noir"),
					List.of("true colours", "rich muted colours", "film-like colours")));

	private Enhancement() {
	}

	/** The same prompt always gets the same words. */
	static String of(String prompt) {
		String words = prompt.toLowerCase(Locale.ROOT);
		StringBuilder enhanced = new StringBuilder(prompt.strip());
		for (Aspect aspect : ASPECTS) {
			if (!aspect.said().matcher(words).find()) {
				int choice = Math.floorMod(words.hashCode(), aspect.words().size());
				enhanced.append(", ").append(aspect.words().get(choice));
			}
		}
		return enhanced.toString();
	}

}
