package studio.avatar.common.text;

import java.util.MissingResourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import studio.avatar.common.contract.RichText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextsTests {

	private final Texts texts = new Texts("studio/avatar/common/text/samples");

	@ParameterizedTest
	@CsvSource({ "en, 1, 1 photo", "en, 2, 2 photos", "en, 0, no photos", "ru, 1, 1 фотография", "ru, 2, 2 фотографии",
			"ru, 5, 5 фотографий", "ru, 21, 21 фотография", "ru, 111, 111 фотографий", "ru, 0, ни одной фотографии" })
	void pluralsFollowTheLanguage(String language, int n, String expected) {
		assertThat(this.texts.get(language, "photos", "n", n)).isEqualTo(expected);
	}

	@Test
	void marksOfThePatternBecomeSpans() {
		assertThat(this.texts.rich("en", "ready", "name", "Anna", "id", 7))
			.isEqualTo(RichText.of("Avatar ").bold("Anna").plain(" is ready, its number is ").code("7").plain("."));
	}

	@Test
	void marksOfAnArgumentAreShownAsTheyAre() {
		assertThat(this.texts.rich("en", "ready", "name", "**A** `b` {c} ''", "id", 7)).isEqualTo(RichText.of("Avatar ")
			.bold("**A** `b` {c} ''")
			.plain(" is ready, its number is ")
			.code("7")
			.plain("."));
	}

	@Test
	void apostrophesAreWrittenTwiceAndShownOnce() {
		assertThat(this.texts.get("en", "apostrophe", "name", "Anna")).isEqualTo("It's Anna's, isn't it?");
		assertThat(this.texts.rich("en", "apostrophe", "name", "Anna").text()).isEqualTo("It's Anna's, isn't it?");
	}

	@Test
	void aPatternThatIsOnlyAMarkIsOneSpan() {
		assertThat(this.texts.rich("ru", "title")).isEqualTo(RichText.empty().bold("Аватары"));
	}

	@Test
	void aLanguageThatIsNotOursReadsEnglish() {
		assertThat(this.texts.get("de", "photos", "n", 1)).isEqualTo("1 photo");
		assertThat(this.texts.get("", "title")).isEqualTo("**Avatars**");
	}

	@Test
	void aKeyIsThereWhenEveryLanguageHasIt() {
		assertThat(this.texts.has("photos")).isTrue();
		assertThat(this.texts.has("onlyEnglish")).isFalse();
	}

	@Test
	void whatIsMissingIsAnError() {
		assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> this.texts.get("en", "nothing"));
		assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> new Texts("no/such/texts"));
	}

}
