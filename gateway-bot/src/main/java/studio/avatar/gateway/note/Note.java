package studio.avatar.gateway.note;

import org.jspecify.annotations.Nullable;

/**
 * Words of an error as a text column can hold them: an error may quote anything a person
 * sent, and must not fail a second time for it.
 */
public final class Note {

	/** UTF-16 units; enough to know what happened. */
	private static final int MOST = 1_000;

	private Note() {
	}

	/**
	 * Without NUL, which PostgreSQL cannot keep, without broken characters, and short.
	 */
	public static @Nullable String of(@Nullable String words) {
		if (words == null) {
			return null;
		}
		String clean = whole(words.replace("\0", ""));
		if (clean.length() <= MOST) {
			return clean;
		}
		return clean.substring(0, Character.isHighSurrogate(clean.charAt(MOST - 1)) ? MOST - 1 : MOST);
	}

	/** The same text without lone halves of characters, which have no bytes in UTF-8. */
	public static String whole(String words) {
		return words.codePoints()
			.map((point) -> (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? '\uFFFD' : point)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
