package studio.avatar.console.archive;

/** Shortens texts without cutting a character in two. */
final class Cut {

	private Cut() {
	}

	/** At most so many UTF-16 units from the beginning. */
	static String to(int length, String text) {
		if (text.length() <= length) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
	}

}
