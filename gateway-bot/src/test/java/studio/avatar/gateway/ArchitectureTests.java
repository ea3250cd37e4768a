package studio.avatar.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The shape of the gateway. */
class ArchitectureTests {

	private static final JavaClasses GATEWAY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("studio.avatar.gateway");

	@Test
	void featuresFormNoCycle() {
		slices().matching("studio.avatar.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
	}

	@Test
	void onlyCommonSpeaksToKafka() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..",
					"org.springframework.cloud.stream..")
			.check(GATEWAY);
	}

	@Test
	void onlyTheOneDoorSpeaksHttp() {
		noClasses().that()
			.resideOutsideOfPackage("studio.avatar.gateway.telegram")
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

	@Test
	void noClassIsAJunkDrawer() {
		noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Data|Info)").check(GATEWAY);
	}

}
