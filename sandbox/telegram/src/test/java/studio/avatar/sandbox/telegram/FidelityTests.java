package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.specification.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table in the README says what is served, and each of its rows names tests that are
 * there.
 */
class FidelityTests {

	private static final Path TESTS = Path.of("src/test/java/studio/avatar/sandbox/telegram");

	/** The cells of each row below the head. */
	private static List<List<String>> rows() throws IOException {
		return Files.readAllLines(Path.of("README.md"))
			.stream()
			.dropWhile((line) -> !line.startsWith("| | like Telegram |"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
			.toList();
	}

	@Test
	void theMethodsInTheTableAreThoseThatAreServed() throws IOException {
		String methods = rows().getFirst().get(1);
		assertThat(methods.split(", ")).containsExactlyInAnyOrderElementsOf(Specification.load().methods());
	}

	@Test
	void everyRowIsHeldByTestsThatAreThere() throws IOException {
		assertThat(rows()).hasSizeGreaterThan(15).allSatisfy((cells) -> {
			assertThat(cells).hasSize(4);
			assertThat(cells.get(2)).matches("(`\\w+Tests`(, )?)+");
			assertThat(cells.get(2).replace("`", "").split(", ")).allMatch(FidelityTests::isThere);
		});
	}

	private static boolean isThere(String test) {
		return Stream.of(TESTS, TESTS.resolve("webhook"), TESTS.resolve("payment"))
			.anyMatch((folder) -> Files.exists(folder.resolve(test + ".java")));
	}

}
