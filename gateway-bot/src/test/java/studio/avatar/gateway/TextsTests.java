package studio.avatar.gateway;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import studio.avatar.common.text.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	@Test
	void bothLanguagesSayTheSameThings() throws IOException {
		assertThat(keys("ru")).isEqualTo(keys("en")).isNotEmpty();
	}

	@Test
	void everyPatternCanBeFilled() throws IOException {
		Texts texts = new Texts("texts");
		for (String key : keys("en")) {
			for (String language : Texts.LANGUAGES) {
				assertThat(texts.rich(language, key, "name", "{Anna}", "credits", 1234).text()).as(language + " " + key)
					.isNotBlank()
					.doesNotContain("**")
					.doesNotContain("{credits")
					.doesNotContain("{name");
			}
		}
	}

	/** As the services do, whose cards stand in the same chat. */
	@Test
	void inRussianEverybodyIsAddressedPolitely() throws IOException {
		Texts texts = new Texts("texts");

		assertThat(keys("ru")).allSatisfy((key) -> assertThat(texts.get("ru", key, "name", "Anna", "credits", 1))
			.doesNotContainPattern("(?iU)\\b(ты|теб[яе]|тобой|тво\\p{L}+|пришли|выбери|попробуй|попроси|нажми|опиши"
					+ "|скажи|созда(ва)?й|смотри|посмотри|напиши)\\b"));
	}

	private static TreeSet<String> keys(String language) throws IOException {
		Properties texts = new Properties();
		try (Reader file = new InputStreamReader(
				TextsTests.class.getResourceAsStream("/texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
			texts.load(file);
		}
		return new TreeSet<>(texts.stringPropertyNames());
	}

}
