package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.specification.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in the README says what is served, and names tests that are there.
 */
class FidelityTests {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ((?:`\\w+Tests`(?:, )?)+) \\|.*$");

	private static List<MatchResult> rows() throws IOException {
		return ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
	}

	@Test
	void theMethodsInTheTableAreThoseThatAreServed() throws IOException {
		String methods = rows().stream()
			.filter((row) -> row.group(1).equals("methods"))
			.map((row) -> row.group(2))
			.findFirst()
			.orElseThrow();
		assertThat(methods.split(", ")).containsExactlyInAnyOrderElementsOf(Specification.load().methods());
	}

	@Test
	void everyRowIsHeldByTestsThatAreThere() throws IOException {
		assertThat(rows()).hasSizeGreaterThan(15)
			.flatMap((row) -> List.of(row.group(3).replace("`", "").split(", ")))
			.allSatisfy((name) -> assertThat(
					Class.forName(FidelityTests.class.getPackageName() + "." + name).getDeclaredMethods())
				.anyMatch((method) -> method.isAnnotationPresent(Test.class)));
	}

}
