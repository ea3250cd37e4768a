package studio.avatar.console.archive;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and numbers of a text, in lower case. The same cut is made of what is
 * archived and of what is looked for, in any script and whatever the database's locale.
 */
final class SearchedWords {

	/** A record has hundreds; a hostile one gets no more room than this. */
	static final int MOST = 2_000;

	/** What is longer is no word; both sides are cut alike. */
	private static final int LONGEST = 64;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

	private final Set<String> words = new LinkedHashSet<>();

	/** Adds those of a text, until there are {@value #MOST}. */
	SearchedWords add(String text) {
		Matcher matcher = WORD.matcher(text);
		while (this.words.size() < MOST && matcher.find()) {
			this.words.add(word(matcher.group()));
		}
		return this;
	}

	Set<String> all() {
		return Collections.unmodifiableSet(this.words);
	}

	/** One word as it is kept and looked for. */
	static String word(String letters) {
		return Cut.to(LONGEST, letters).toLowerCase(Locale.ROOT);
	}

}
