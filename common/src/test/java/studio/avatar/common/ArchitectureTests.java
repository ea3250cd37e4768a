package studio.avatar.common;

import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import studio.avatar.common.testkit.HouseRules;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> theHouseRulesHold() {
		return HouseRules.of("common");
	}

	@Test
	void theContractDependsOnNothingButAnnotations() {
		HouseRules.contractDependsOnNothingButAnnotations()
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("studio.avatar.common.contract"));
	}

	@Test
	void noSourceFileOfTheWholeProjectIsTooLong() {
		assertThat(HouseRules.tooLongFiles(HouseRules.project())).isEmpty();
	}

}
