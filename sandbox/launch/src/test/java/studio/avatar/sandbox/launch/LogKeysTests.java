package studio.avatar.sandbox.launch;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every key that logs are searched by has a line in {@code docs/log-keys.md}, and none is
 * invented there.
 */
class LogKeysTests {

	private static final Pattern KEY = Pattern.compile("addKeyValue\\(\\s*\"([^\"]+)\"|MDC\\.put\\(\\s*\"([^\"]+)\"");

	/**
	 * Keys that are put into the context together,
	 * {@code Map.of("consumer", consumer, …)}.
	 */
	private static final Pattern TOGETHER = Pattern.compile("keys = Map\\.of\\(([^;]*);");

	private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

	private static final Pattern LINE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

	@Test
	void thePageListsTheKeysThatAreUsed() {
		Set<String> used = new TreeSet<>();
		ProjectSources.java("main").stream().flatMap(LogKeysTests::keys).forEach(used::add);

		Set<String> listed = new TreeSet<>();
		LINE.matcher(ProjectSources.page("docs/log-keys.md")).results().forEach((line) -> listed.add(line.group(1)));

		assertThat(listed).isEqualTo(used).contains("chatId", "correlationId", "eventId");
	}

	@Test
	void keysStandInTheSourcesAsTheyStandInTheLog() {
		Pattern computed = Pattern.compile("addKeyValue\\(\\s*[^\"\\s]");

		assertThat(ProjectSources.java("main")).isNotEmpty()
			.filteredOn((file) -> computed.matcher(ProjectSources.text(file)).find())
			.isEmpty();
	}

	private static Stream<String> keys(Path file) {
		String source = ProjectSources.text(file);
		Stream<String> alone = KEY.matcher(source)
			.results()
			.map((match) -> (match.group(1) != null) ? match.group(1) : match.group(2));
		Stream<String> together = source.contains("MDC::put") ? TOGETHER.matcher(source)
			.results()
			.flatMap((match) -> WORD.matcher(match.group(1)).results())
			.map((word) -> word.group(1)) : Stream.empty();
		return Stream.concat(alone, together);
	}

}
