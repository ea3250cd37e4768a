package studio.avatar.common.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Breaks every rule of the house once. */
class HouseRulesTests {

	private final JavaClasses housebreakers = new ClassFileImporter()
		.importPackages("studio.avatar.common.housebreakers");

	@Test
	void aCycleOfFeaturesIsFound() {
		assertThat(violations(HouseRules.featuresAreFreeOfCycles("common.housebreakers.cycle")))
			.contains("Cycle detected: Slice left -> ", "Slice right -> ");
	}

	@Test
	void publishingPastTheOutboxIsFound() {
		assertThat(violations(HouseRules.onlyMessagingPublishes())).contains("Whisperer.whisper", "Shouter.shout");
	}

	@Test
	void aContractThatDependsOnAFrameworkIsFound() {
		assertThat(violations(HouseRules.contractDependsOnNothingButAnnotations())).contains("ChattyEvent.type",
				"org.springframework.http.MediaType");
	}

	@Test
	void aJunkDrawerIsFoundByItsName() {
		assertThat(violations(HouseRules.noNameIsAJunkDrawer())).contains("EventHelper").doesNotContain("Whisperer");
	}

	@Test
	void anInjectedFieldIsFound() {
		assertThat(violations(HouseRules.nothingIsInjectedIntoFields())).contains("Whisperer.bridge");
	}

	@Test
	void aPackageThatIsNotNullMarkedIsFound() {
		assertThat(violations(HouseRules.everyPackageIsNullMarked()))
			.contains("studio.avatar.common.housebreakers.unmarked has no package-info with @NullMarked")
			.doesNotContain("housebreakers.drawer");
	}

	@Test
	void aFileIsTooLongFromItsFiveHundredthLineOn(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("Long.java"), "line\n".repeat(500));
		Files.writeString(folder.resolve("Fine.java"), "line\n".repeat(499));
		Files.writeString(folder.resolve("data.json"), "line\n".repeat(9_000));

		assertThat(HouseRules.tooLongFiles(folder)).containsExactly("Long.java has 500 lines");
	}

	@Test
	void theProjectIsFoundFromAnyModule() {
		assertThat(HouseRules.project()).isDirectoryContaining((file) -> file.endsWith("gateway-bot"))
			.isDirectoryContaining((file) -> file.endsWith("common"));
	}

	private String violations(ArchRule rule) {
		return String.join("\n", rule.evaluate(this.housebreakers).getFailureReport().getDetails());
	}

}
