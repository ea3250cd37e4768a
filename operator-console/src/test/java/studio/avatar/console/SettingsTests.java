package studio.avatar.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** The README tells every setting, and none that is gone. */
class SettingsTests {

	private final List<String> settings = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("studio.avatar.console")
		.stream()
		.filter((type) -> type.isAnnotatedWith(ConfigurationProperties.class))
		.flatMap((type) -> settings(type.reflect()))
		.toList();

	@Test
	void everySettingIsTold() throws IOException {
		String page = Files.readString(Path.of("README.md"));

		assertThat(this.settings).contains("console.access.idle")
			.allSatisfy((setting) -> assertThat(page).contains("| `" + setting + "` |"));
	}

	@Test
	void noSettingIsToldThatIsGone() throws IOException {
		assertThat(Files.readAllLines(Path.of("README.md")))
			.filteredOn((line) -> line.startsWith("| `console.") || line.startsWith("| `studio."))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(this.settings).contains(line.split("`")[1]));
	}

	private static Stream<String> settings(Class<?> type) {
		String prefix = type.getAnnotation(ConfigurationProperties.class).value();
		return Arrays.stream(type.getRecordComponents())
			.map((component) -> prefix + "."
					+ component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
	}

}
