package studio.avatar.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

	@Test
	void everyTextThatTheCodeNamesIsThere() throws IOException {
		Pattern key = Pattern.compile("\"((?:gallery|prompt|delete|toast|button)\\.[a-z-]+)\"");
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			List<String> named = sources.filter(Files::isRegularFile)
				.flatMap((file) -> key.matcher(read(file)).results().map((found) -> found.group(1)))
				.toList();

			assertThat(named).hasSizeGreaterThan(20).allMatch(this.texts::has);
		}
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

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> keys(String language) {
		ResourceBundle bundle = ResourceBundle.getBundle("texts_" + language);
		return new TreeSet<>(bundle.keySet());
	}

}
