package studio.avatar.gateway;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import studio.avatar.common.testkit.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The shape of the gateway. */
class ArchitectureTests {

	private static final JavaClasses GATEWAY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("studio.avatar.gateway");

	@TestFactory
	Stream<DynamicTest> theHouseRulesHold() {
		return HouseRules.of("gateway");
	}

	@Test
	void onlyTheDoorToTelegramAndTheOneToTheProvidersKeysSpeakHttp() {
		noClasses().that()
			.resideOutsideOfPackage("studio.avatar.gateway.telegram")
			.and()
			.doNotHaveFullyQualifiedName("studio.avatar.gateway.callback.Jwks")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("okhttp3..", "java.net.http..")
			.check(GATEWAY);
	}

	@Test
	void decisionsTouchNothing() {
		classes().that()
			.haveSimpleNameEndingWith("Decision")
			.should()
			.onlyDependOnClassesThat()
			.resideOutsideOfPackages("org.springframework..", "java.sql..", "java.time..", "com.pengrad..", "okhttp3..")
			.check(GATEWAY);
	}

}
