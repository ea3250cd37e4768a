package studio.avatar.generation.prompt;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import studio.avatar.common.contract.Gender;

/**
 * The prompt that the provider gets: the trigger phrase exactly once, who the avatar is
 * when the person's words do not say it, and the person's words as they are. The same
 * words always give the same prompt.
 */
public final class FinalPrompt {

	private FinalPrompt() {
	}

	/**
	 * Builds it.
	 * @param trigger trigger phrase of the avatar; where the words have it already it
	 * stays in its place, and only repetitions go
	 */
	public static String of(String words, String trigger, Gender gender) {
		String subject = WhoWords.sayWho(words) ? trigger : trigger + ' ' + noun(gender);
		Pattern phrase = wholeWord(trigger);
		Matcher matcher = phrase.matcher(words);
		if (!matcher.find()) {
			return subject + ", " + words;
		}
		MatchResult first = matcher.toMatchResult();
		return words.substring(0, first.start()) + subject + without(phrase, words.substring(first.end()));
	}

	private static String without(Pattern phrase, String rest) {
		Matcher repetition = phrase.matcher(rest);
		return repetition.find() ? repetition.replaceAll("").replaceAll(" {2,}", " ").stripTrailing() : rest;
	}

	private static Pattern wholeWord(String trigger) {
		return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(trigger) + "(?![\\p{L}\\p{N}_])");
	}

	private static String noun(Gender gender) {
		return switch (gender) {
			case MALE -> "man";
			case FEMALE -> "woman";
			case OTHER -> "person";
		};
	}

}
