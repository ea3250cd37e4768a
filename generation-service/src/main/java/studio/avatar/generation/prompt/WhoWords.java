package studio.avatar.generation.prompt;

import java.util.regex.Pattern;

/**
 * Words by which people say who is in a picture, in English and Russian, in all their
 * forms. Whole words only: there is no man in "woman" or "manual".
 */
final class WhoWords {

	private static final String ENGLISH = "(wo)?m[ae]n|boys?|girls?|males?|females?|guys?|dudes?|lad(y|ies)"
			+ "|gentlem[ae]n|persons?|people|child(ren)?|kids?|teen(ager)?s?|m[uo]ms?|mothers?|dads?|fathers?"
			+ "|grand(ma|pa|mother|father)s?|brothers?|sisters?|sons?|daughters?|husband|wife|bride|groom"
			+ "|kings?|queens?|princes?|princess(es)?|business(wo)?man";

	private static final String RUSSIAN = "мужчин\\p{L}*|женщин\\p{L}*|девуш(к\\p{L}*|ек)|девоч(к\\p{L}*|ек)"
			+ "|мальчи(к|ш)\\p{L}*|пар(ень|н(я|ю|ем|е|и|ей|ям|ями|ях))|юнош\\p{L}*|человек\\p{L}*|люд(и|ей|ям|ьми|ях)"
			+ "|дам(а|ы|е|у|ой)|леди|джентльмен\\p{L}*|реб(ё|е)н(ок|к\\p{L}*)|дет(и|ей|ям|ьми|ях)|мам(а|ы|е|у|ой)"
			+ "|пап(а|ы|е|у|ой)|бабуш\\p{L}*|дедуш\\p{L}*|брат(а|у|ом|е)?|сестр\\p{L}*|невест\\p{L}*|жених\\p{L}*"
			+ "|корол(ь|я|ю|ём|ем|е|ев\\p{L}*)|принц\\p{L}*";

	private static final Pattern WHO = Pattern.compile("(?<!\\p{L})(" + ENGLISH + "|" + RUSSIAN + ")(?!\\p{L})",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private WhoWords() {
	}

	static boolean sayWho(String words) {
		return WHO.matcher(words).find();
	}

}
