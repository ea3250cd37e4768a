package studio.avatar.sandbox.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/lessons.md} promises nothing that no test keeps. */
class LessonsTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (W\\d+) \\| (.+) \\| (.+) \\|$");

	private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

	private static final Pattern ADMITTED = Pattern.compile("later: issue [345]|not yet");

	private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

	private final List<MatchResult> rows = ROW.matcher(ProjectSources.page("docs/lessons.md")).results().toList();

	@Test
	void everyLessonHasItsRow() {
		assertThat(this.rows).extracting((row) -> row.group(1))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 35).mapToObj((number) -> "W" + number).toList());
	}

	@Test
	void everyRowNamesATestOrAdmitsThatThereIsNone() {
		assertThat(this.rows).allSatisfy((row) -> assertThat(row.group(3))
			.containsPattern(Pattern.compile(NAMED.pattern() + "|" + ADMITTED.pattern())));
	}

	@Test
	void everyTestThatIsNamedExists() {
		Map<String, List<String>> tests = tests();

		List<String> missing = this.rows.stream()
			.flatMap((row) -> NAMED.matcher(row.group(3)).results())
			.filter((named) -> !tests.getOrDefault(named.group(1), List.of()).contains(named.group(2)))
			.map(MatchResult::group)
			.toList();

		assertThat(tests).isNotEmpty();
		assertThat(missing).isEmpty();
	}

	/**
	 * Methods of the test classes of all modules; two modules may have a class of one
	 * name.
	 */
	private static Map<String, List<String>> tests() {
		Map<String, List<String>> tests = new HashMap<>();
		ProjectSources.java("test")
			.forEach((file) -> tests
				.computeIfAbsent(file.getFileName().toString().replace(".java", ""), (absent) -> new ArrayList<>())
				.addAll(METHOD.matcher(ProjectSources.text(file)).results().map((method) -> method.group(1)).toList()));
		return tests;
	}

}
