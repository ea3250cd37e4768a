package studio.avatar.generation.prompt;

/**
 * What a person wrote as a prompt. Lengths are counted in Unicode code points, so that an
 * emoji or a letter of any script counts once.
 */
public sealed interface PromptWords {

	int SHORTEST = 3;

	int LONGEST = 2000;

	/** Words that can be used. */
	record Accepted(String words) implements PromptWords {
	}

	/** Fewer than {@link #SHORTEST} characters. */
	record TooShort(int length) implements PromptWords {
	}

	/** More than {@link #LONGEST} characters. */
	record TooLong(int length) implements PromptWords {
	}

	/**
	 * Judges a text. Space around it goes, and so do characters that no prompt can carry:
	 * control characters and halves of surrogate pairs.
	 */
	static PromptWords of(String text) {
		StringBuilder kept = new StringBuilder();
		text.codePoints().filter(PromptWords::isWritten).forEach(kept::appendCodePoint);
		String words = kept.toString().strip();
		int length = words.codePointCount(0, words.length());
		if (length < SHORTEST) {
			return new TooShort(length);
		}
		return (length > LONGEST) ? new TooLong(length) : new Accepted(words);
	}

	private static boolean isWritten(int codePoint) {
		boolean lineOrTab = codePoint == '\n' || codePoint == '\t';
		boolean halfOfPair = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		return lineOrTab || (!Character.isISOControl(codePoint) && !halfOfPair);
	}

}
