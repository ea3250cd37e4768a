package studio.avatar.training.photo;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * A file's name as it is shown in a sentence. It is the sender's text: marks that turn
 * the direction of what follows, and control characters, are left out.
 */
final class FileLabel {

	private static final int MOST_CHARACTERS = 40;

	private FileLabel() {
	}

	/**
	 * The name, cut between two characters as people see them; empty when there is none.
	 */
	static String of(@Nullable String fileName) {
		String name = ((fileName != null) ? fileName : "")
			.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d]]", "")
			.strip();
		BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
		breaks.setText(name);
		int end = breaks.next(MOST_CHARACTERS);
		return (end == BreakIterator.DONE) ? name : name.substring(0, end);
	}

}
