package studio.avatar.sandbox.telegram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.api.BotApi;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The shape of the simulator, and that the rules about it can break.
 */
class ArchitectureTests {

	private static final String ROOT = "studio.avatar.sandbox.telegram";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	private static ArchRule noCycles(String slices) {
		return SlicesRuleDefinition.slices().matching(slices).should().beFreeOfCycles();
	}

	@Test
	void featuresDoNotDependOnEachOtherInCircles() {
		noCycles(ROOT + ".(*)..").check(CLASSES);
	}

	@Test
	void aCircleWouldBeNoticed() {
		JavaClasses wrong = new ClassFileImporter().importPackages(ROOT + ".wrong");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> noCycles(ROOT + ".wrong.(*)..").check(wrong));
	}

	@Test
	void theBotAndThePageMeetOnlyInTheChat() {
		noClasses().that()
			.resideInAPackage("..web..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BotApi.class.getPackageName())
			.check(CLASSES);
	}

	@Test
	void everyMethodThereAreFactsAboutIsServed() {
		try (TelegramSimulator telegram = TelegramSimulator.start()) {
			BotClient bot = new BotClient(telegram);
			assertThat(Specification.load().methods()).hasSizeGreaterThan(20).allSatisfy((method) -> {
				JsonNode answer = bot.call(method, "{}");
				assertThat(answer.path("error_code").asInt(0)).as(method).isNotEqualTo(404);
			});
		}
	}

}
