package studio.avatar.sandbox.telegram;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of the web chat; what it does is shown in a browser by the end-to-end tests.
 */
class PageTests {

	private static final Pattern FILE = Pattern
		.compile("(?:href|src)=\"([a-z-]+\\.[a-z]+)\"|from '\\./([a-z-]+\\.js)'");

	private final TelegramSimulator telegram = TelegramSimulator.start();

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void everythingThePageNamesIsServedFromHere() throws Exception {
		List<String> names = Stream.concat(named(get("/").body()), named(get("/app.js").body())).toList();
		assertThat(names).contains("app.js", "base.css", "icon.svg", "talk.js").allSatisfy((name) -> {
			HttpResponse<String> file = get("/" + name);
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.body()).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write");
		});
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
		String sources = get("/").body() + get("/app.js").body() + get("/message.js").body()
				+ get("/keyboard.js").body();
		assertThat(sources).containsAnyOf("data-testid=\"" + hook + "\"", "dataset.testid = '" + hook + "'");
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

	private static Stream<String> named(String source) {
		return FILE.matcher(source)
			.results()
			.map((MatchResult found) -> (found.group(1) != null) ? found.group(1) : found.group(2));
	}

}
