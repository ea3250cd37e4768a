package studio.avatar.gallery;

import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.text.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private final Texts texts = new Texts("texts");

	@Test
	void everyTextIsThereInEveryLanguage() {
		assertThat(keys("ru")).isEqualTo(keys("en"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void buttonsAndToastsHaveTheLengthTelegramTakes(String language) {
		assertThat(keys(language)).filteredOn((key) -> key.startsWith("button."))
			.allSatisfy((key) -> assertThat(this.texts.get(language, key)).hasSizeBetween(1, 64));
		assertThat(keys(language)).filteredOn((key) -> key.startsWith("toast."))
			.allSatisfy((key) -> assertThat(this.texts.get(language, key)).hasSizeBetween(1, 200));
	}

	@Test
	void minutesAreCountedInRussian() {
		assertThat(ask(1)).contains("1 минуты");
		assertThat(ask(2)).contains("2 минут,");
		assertThat(ask(10)).contains("10 минут,");
		assertThat(ask(21)).contains("21 минуты");
	}

	private String ask(int minutes) {
		return this.texts.rich("ru", "delete.ask", "minutes", minutes).text();
	}

	private static Set<String> keys(String language) {
		ResourceBundle bundle = ResourceBundle.getBundle("texts_" + language);
		return new TreeSet<>(bundle.keySet());
	}

}
