package studio.avatar.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private static final Pattern KEY = Pattern
		.compile("\"((?:menu|prompt|draft|progress|result|ended|failed|guard|toast" + "|button)\\.[a-z-]+)\"");

	@Test
	void everyLanguageSaysTheSame() {
		assertThat(keys("ru")).isEqualTo(keys("en"));
	}

	@Test
	void everyTextThatTheCodeAsksForIsThere() throws IOException {
		Set<String> asked = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			sources.filter((path) -> path.toString().endsWith(".java")).forEach((path) -> collect(path, asked));
		}

		assertThat(asked).hasSizeGreaterThan(30).isSubsetOf(keys("en"));
	}

	private static void collect(Path source, Set<String> keys) {
		try {
			Matcher matcher = KEY.matcher(Files.readString(source));
			while (matcher.find()) {
				keys.add(matcher.group(1));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> keys(String language) {
		return new TreeSet<>(ResourceBundle.getBundle("texts_" + language).keySet());
	}

}
