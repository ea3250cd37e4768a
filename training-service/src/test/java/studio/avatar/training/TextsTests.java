package studio.avatar.training;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.training.avatar.AvatarStatus;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	@Test
	void everyTextExistsInEveryLanguage() {
		assertThat(bundle("ru").keySet()).isEqualTo(bundle("en").keySet());
	}

	@Test
	void bothLanguagesKnowTheSameArguments() {
		for (String key : bundle("en").keySet()) {
			assertThat(arguments("ru", key)).as(key).isEqualTo(arguments("en", key));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void everyTextIsAPatternThatCanBeRead(String language) {
		assertThat(bundle(language).keySet()).allSatisfy((
				key) -> assertThat(new MessageFormat(bundle(language).getString(key), ULocale.forLanguageTag(language)))
					.isNotNull());
	}

	@Test
	void everyFaultReasonAndStatusHasItsWords() {
		Stream<String> keys = Stream
			.of(Stream.of(AvatarStatus.values())
				.filter((status) -> status != AvatarStatus.DISCARDED)
				.map((status) -> "status." + status),
					Stream.of("TOO_SHORT", "TOO_LONG", "STRANGE_CHARACTERS").map((fault) -> "draft.name." + fault))
			.flatMap((some) -> some);

		assertThat(keys).allMatch((key) -> bundle("en").containsKey(key));
	}

	private static TreeSet<String> arguments(String language, String key) {
		return new TreeSet<>(new MessageFormat(bundle(language).getString(key), ULocale.forLanguageTag(language))
			.getArgumentNames());
	}

	private static ResourceBundle bundle(String language) {
		return ResourceBundle.getBundle("texts", Locale.of(language));
	}

}
