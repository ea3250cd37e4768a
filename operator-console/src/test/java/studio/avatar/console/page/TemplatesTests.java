package studio.avatar.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages have nothing in them that the content policy would switch off in the browser. */
class TemplatesTests {

	private static final Pattern SWITCHED_OFF = Pattern
		.compile("(?i)\\sstyle\\s*=|<style|<script(?![^>]*src)|\\son[a-z]+\\s*="
				+ "|hx-on|javascript:|hx-(vals|headers)\\s*=\\s*[\"']js:|hx-trigger\\s*=\\s*\"[^\"]*\\[");

	@Test
	void noPageHasWhatTheContentPolicySwitchesOff() {
		assertThat(templates()).isNotEmpty()
			.allSatisfy((file) -> assertThat(text(file)).doesNotContainPattern(SWITCHED_OFF));
	}

	@Test
	void everyPageNamesNothingOutside() {
		assertThat(templates()).allSatisfy((file) -> assertThat(
				text(file).replace("http://www.thymeleaf.org", "").replace("http://www.w3.org/", ""))
			.doesNotContain("http://", "https://"));
	}

	private static List<Path> templates() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
