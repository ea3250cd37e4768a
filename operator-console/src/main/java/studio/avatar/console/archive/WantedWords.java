package studio.avatar.console.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that must all occur in an event, in any order. One that ends with {@code *}
 * stands for all that begin like it.
 */
record WantedWords(List<Wanted> words) {

	private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}_]+)(\\*?)");

	private static final int MOST = 20;

	static WantedWords parse(String text) {
		List<Wanted> wanted = new ArrayList<>();
		Matcher matcher = WORD.matcher(text);
		while (matcher.find()) {
			wanted.add(Wanted.of(matcher.group(1), !matcher.group(2).isEmpty()));
		}
		if (wanted.isEmpty()) {
			throw new UnusableSearch("“%s” holds no word and no number to look for.".formatted(text));
		}
		if (wanted.size() > MOST) {
			throw new UnusableSearch("At most %d words can be looked for at once.".formatted(MOST));
		}
		return new WantedWords(List.copyOf(wanted));
	}

	/** In PostgreSQL's words; letters and digits need no escaping. */
	String tsquery() {
		return this.words.stream().map(Wanted::tsquery).collect(Collectors.joining(" & "));
	}

	boolean allIn(Set<String> present) {
		return this.words.stream().allMatch((word) -> word.isIn(present));
	}

	private record Wanted(String word, boolean beginning) {

		static Wanted of(String word, boolean beginning) {
			return new Wanted(SearchedWords.word(word), beginning);
		}

		String tsquery() {
			return "'" + this.word + (this.beginning ? "':*" : "'");
		}

		boolean isIn(Set<String> present) {
			return this.beginning ? present.stream().anyMatch((other) -> other.startsWith(this.word))
					: present.contains(this.word);
		}

	}

}
