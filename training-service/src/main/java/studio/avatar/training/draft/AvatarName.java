package studio.avatar.training.draft;

import java.text.Normalizer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * What an avatar may be called: 2 to 30 characters as a person counts them, nothing
 * invisible that turns text around.
 */
sealed interface AvatarName {

	int LEAST = 2;

	int MOST = 30;

	/**
	 * A character as people see it may be built of several; beyond this it is a prank.
	 */
	int MOST_CODE_POINTS = 4 * MOST;

	/** It may be called so. */
	record Accepted(String name) implements AvatarName {
	}

	/** It may not. */
	record Refused(Fault fault) implements AvatarName {
	}

	/** Why not. */
	enum Fault {

		TOO_SHORT, TOO_LONG, STRANGE_CHARACTERS

	}

	/** Trims, folds inner white space, and judges. */
	static AvatarName of(String typed) {
		String name = Normalizer.normalize(typed.strip().replaceAll("[ \\u00a0]+", " "), Normalizer.Form.NFC);
		if (name.codePoints().anyMatch(AvatarName::strange)) {
			return new Refused(Fault.STRANGE_CHARACTERS);
		}
		int length = characters(name);
		if (length > MOST || name.codePointCount(0, name.length()) > MOST_CODE_POINTS) {
			return new Refused(Fault.TOO_LONG);
		}
		boolean visible = name.codePoints().anyMatch(AvatarName::visible);
		return (length < LEAST || !visible) ? new Refused(Fault.TOO_SHORT) : new Accepted(name);
	}

	/** Characters as people count them: an emoji of five code points is one. */
	private static int characters(String text) {
		BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
		breaks.setText(text);
		int count = 0;
		while (breaks.next() != BreakIterator.DONE) {
			count++;
		}
		return count;
	}

	/**
	 * Control characters, lone surrogates, and format characters but the joiners that
	 * emoji and some scripts need.
	 */
	private static boolean strange(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			case Character.FORMAT -> !joiner(codePoint);
			default -> false;
		};
	}

	private static boolean visible(int codePoint) {
		return !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint) && !joiner(codePoint)
				&& Character.getType(codePoint) != Character.NON_SPACING_MARK;
	}

	/** Zero-width (non-)joiner, and the tags of flags such as Scotland's. */
	private static boolean joiner(int codePoint) {
		return codePoint == 0x200c || codePoint == 0x200d || (codePoint >= 0xe0020 && codePoint <= 0xe007f);
	}

}
