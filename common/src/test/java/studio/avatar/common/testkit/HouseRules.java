package studio.avatar.common.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The shape every module keeps, checked by its {@code ArchitectureTests}. Each rule has
 * been seen red: {@code HouseRulesTests} breaks it.
 */
public final class HouseRules {

	/** From here on a source file must be split; nothing in this project is this long. */
	public static final int TOO_MANY_LINES = 500;

	private static final Set<String> SOURCES = Set.of("java", "js", "css", "html", "sql", "sh");

	private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".mvn");

	private HouseRules() {
	}

	/**
	 * All rules for the code of a module, each as a test of its own.
	 * @param module the package below {@code studio.avatar}, such as {@code gallery}
	 */
	public static Stream<DynamicTest> of(String module) {
		JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("studio.avatar." + module);
		return Stream.of(checked("featuresAreFreeOfCycles", featuresAreFreeOfCycles(module), code),
				checked("onlyMessagingPublishes", onlyMessagingPublishes(), code),
				checked("noNameIsAJunkDrawer", noNameIsAJunkDrawer(), code),
				checked("nothingIsInjectedIntoFields", nothingIsInjectedIntoFields(), code),
				checked("everyPackageIsNullMarked", everyPackageIsNullMarked(), code),
				dynamicTest("noSourceFileIsTooLong", () -> assertThat(tooLongFiles(Path.of(""))).isEmpty()));
	}

	private static DynamicTest checked(String name, ArchRule rule, JavaClasses code) {
		return dynamicTest(name, () -> rule.check(code));
	}

	/** Features may know each other in one direction only. */
	public static ArchRule featuresAreFreeOfCycles(String module) {
		return slices().matching("studio.avatar." + module + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
	}

	/** Whoever wants to say something puts it into the outbox. */
	public static ArchRule onlyMessagingPublishes() {
		return noClasses().that()
			.resideOutsideOfPackage("studio.avatar.common.messaging..")
			.should()
			.dependOnClassesThat()
			.haveNameMatching("org\\.apache\\.kafka\\.clients\\.producer\\..*"
					+ "|org\\.springframework\\.kafka\\.core\\.(Reply\\w+|Routing)?Kafka(Template|Operations)"
					+ "|org\\.springframework\\.cloud\\.stream\\.function\\.Stream(Bridge|Operations)")
			.because("only the relay publishes: what is said outside a transaction can be lost or said twice");
	}

	/** The contract can be read, and one day published, alone. */
	public static ArchRule contractDependsOnNothingButAnnotations() {
		return classes().that()
			.resideInAPackage("studio.avatar..contract..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("studio.avatar..contract..", "java..", "org.jspecify.annotations..",
					"com.fasterxml.jackson.annotation..")
			.because("the contract is a dictionary and no program");
	}

	/** A class is named for what it is. */
	public static ArchRule noNameIsAJunkDrawer() {
		return noClasses().should()
			.haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)")
			.because("such a name attracts whatever fits nowhere else");
	}

	/** What an object needs, its constructor says. */
	public static ArchRule nothingIsInjectedIntoFields() {
		return noFields().should()
			.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
			.orShould()
			.beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
			.orShould()
			.beAnnotatedWith("jakarta.inject.Inject")
			.orShould()
			.beAnnotatedWith("jakarta.annotation.Resource")
			.orShould()
			.beAnnotatedWith("jakarta.persistence.PersistenceContext")
			.allowEmptyShould(true)
			.because("an object is whole when its constructor is done");
	}

	/** A package says whether absent values are meant, and what it is about. */
	public static ArchRule everyPackageIsNullMarked() {
		return classes().should(new ArchCondition<>("reside in a package that is @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked,
						"%s has no package-info with @NullMarked".formatted(type.getPackageName())));
			}
		});
	}

	/** Source files of 500 lines or more below a folder, with their lengths. */
	public static List<String> tooLongFiles(Path folder) {
		Path from = folder.toAbsolutePath();
		try (Stream<Path> files = Files.walk(from)) {
			return files.filter((file) -> isSource(from.relativize(file)) && Files.isRegularFile(file))
				.filter((file) -> lines(file) >= TOO_MANY_LINES)
				.map((file) -> "%s has %d lines".formatted(file.getFileName(), lines(file)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The folder of the whole project, found from any module. */
	public static Path project() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder.getParent() != null && Files.exists(folder.resolveSibling("pom.xml"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	private static boolean isSource(Path file) {
		boolean ours = StreamSupport.stream(file.spliterator(), false)
			.noneMatch((folder) -> NOT_OURS.contains(folder.toString()));
		String name = file.getFileName().toString();
		return ours && SOURCES.contains(name.substring(name.lastIndexOf('.') + 1));
	}

	private static long lines(Path file) {
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
