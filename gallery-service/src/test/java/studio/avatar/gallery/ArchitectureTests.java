package studio.avatar.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The shape of the gallery; package {@code wrong} breaks each rule, to show that it can.
 */
class ArchitectureTests {

	private static final String ROOT = "studio.avatar.gallery";

	private static final JavaClasses GALLERY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	private static final JavaClasses WRONG = new ClassFileImporter().importPackages(ROOT + ".wrong");

	/** Rules that hold for any classes. */
	static Stream<ArchRule> rules() {
		return Stream.of(
				noClasses().should()
					.dependOnClassesThat()
					.haveFullyQualifiedName("org.springframework.cloud.stream.function.StreamBridge")
					.orShould()
					.dependOnClassesThat()
					.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
					.as("only common speaks to Kafka"),
				noClasses().should()
					.haveNameMatching(".*(Util|Utils|Helper|Manager|Data|Info)")
					.as("no class is a drawer for odds and ends"));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theGalleryKeepsTheRule(ArchRule rule) {
		rule.check(GALLERY);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void aBreachOfTheRuleIsNoticed(ArchRule rule) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(WRONG));
	}

	@Test
	void featuresDoNotDependOnEachOtherInCircles() {
		noCircles(ROOT).check(GALLERY);
	}

	@Test
	void aCircleIsNoticed() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noCircles(ROOT + ".wrong").check(WRONG));
	}

	@Test
	void noSourceFileHasFiveHundredLines() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();

			assertThat(sources).isNotEmpty();
			assertThat(sources).filteredOn((file) -> lines(file) >= 500).isEmpty();
		}
	}

	private static ArchRule noCircles(String root) {
		return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
	}

	private static long lines(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
