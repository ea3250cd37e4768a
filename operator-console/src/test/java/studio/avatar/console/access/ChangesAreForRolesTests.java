package studio.avatar.console.access;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever changes something says whom it is for, beside the rules for addresses. */
class ChangesAreForRolesTests {

	@Test
	void everyCallThatChangesSomethingSaysForWhom() {
		assertThat(unguarded(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("studio.avatar.console")
			.stream()
			.flatMap((type) -> type.getMethods().stream()))).isEmpty();
	}

	@Test
	void aCallThatForgotItIsFound() {
		assertThat(unguarded(new ClassFileImporter().importClasses(Forgetful.class)
			.stream()
			.flatMap((type) -> type.getMethods().stream()))).hasSize(1).first().asString().contains("forgotten");
	}

	private static List<String> unguarded(Stream<JavaMethod> methods) {
		return methods.filter(ChangesAreForRolesTests::changes)
			.filter((method) -> !isGuarded(method))
			.map(JavaMethod::getFullName)
			.toList();
	}

	private static boolean changes(JavaMethod method) {
		return method.isAnnotatedWith(PostMapping.class) || method.isAnnotatedWith(PutMapping.class)
				|| method.isAnnotatedWith(PatchMapping.class) || method.isAnnotatedWith(DeleteMapping.class)
				|| (method.isAnnotatedWith(RequestMapping.class)
						&& method.getAnnotationOfType(RequestMapping.class).method().length > 0);
	}

	private static boolean isGuarded(JavaMethod method) {
		return method.isAnnotatedWith(ForOperators.class) || method.isAnnotatedWith(ForApprovers.class)
				|| method.getOwner().isAnnotatedWith(ForOperators.class)
				|| method.getOwner().isAnnotatedWith(ForApprovers.class);
	}

	/** Breaks the rule once. */
	static class Forgetful {

		@PostMapping("/forgotten")
		void forgotten() {
		}

		@ForOperators
		@PostMapping("/guarded")
		void guarded() {
		}

	}

}
