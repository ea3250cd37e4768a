package studio.avatar.sandbox.telegram;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of the web chat; what it does in a browser, the {@code Web…IT} tests show.
 */
class PageTests {

	private static final Pattern FILE = Pattern
		.compile("(?:href|src)=\"([a-z-]+\\.[a-z]+)\"|(?:from './|SharedWorker\\(')([a-z-]+\\.js)'");

	private static final Pattern WORD = Pattern.compile("(?m)^  (\\w+): ");

	private final TelegramSimulator telegram = TelegramSimulator.start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void everythingThePageNamesIsServedFromHere() throws Exception {
		Map<String, String> files = everything();
		assertThat(files).containsKeys("app.js", "base.css", "icon.svg", "talk.js", "stream-worker.js");
		assertThat(files.values()).allSatisfy((file) -> assertThat(file).isNotEqualTo("Not Found")
			.doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"));
	}

	@Test
	void noWordOfThePageIsMissingInOneOfItsLanguages() throws Exception {
		assertThat(wordsIn("/words-ru.js")).isNotEmpty().isEqualTo(wordsIn("/words-en.js"));
	}

	@Test
	void thePageMayLoadNothingFromElsewhere() throws Exception {
		assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("default-src 'self';");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "message", "composer", "send", "attach", "start", "toast", "photo", "button", "message-text" })
	void browserTestsFindTheirHooks(String hook) throws Exception {
		assertThat(String.join("", everything().values())).containsAnyOf("data-testid=\"" + hook + "\"",
				"dataset.testid = '" + hook + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../Pages.class", "/%2e%2e/Pages.class", "/nothing.js", "/package-info.class" })
	void nothingElseIsServed(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return BotClient.HTTP.send(HttpRequest.newBuilder(java.net.URI.create(this.telegram.url() + path)).build(),
				BodyHandlers.ofString());
	}

	/** The page and all files it leads to, by name. */
	private Map<String, String> everything() throws Exception {
		Map<String, String> found = new TreeMap<>();
		Deque<String> wanted = new ArrayDeque<>(List.of(""));
		while (!wanted.isEmpty()) {
			String name = wanted.remove();
			if (!found.containsKey(name)) {
				found.put(name, get("/" + name).body());
				named(found.get(name)).forEach(wanted::add);
			}
		}
		return found;
	}

	private static Stream<String> named(String source) {
		return FILE.matcher(source)
			.results()
			.map((MatchResult found) -> (found.group(1) != null) ? found.group(1) : found.group(2));
	}

	private List<String> wordsIn(String file) throws Exception {
		return WORD.matcher(get(file).body()).results().map((found) -> found.group(1)).toList();
	}

}
