package studio.avatar.sandbox.launch.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import studio.avatar.sandbox.launch.operators.Console;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The console in its container, with the users that docker-compose.yml gives it as long
 * as everything is simulated.
 */
final class ComposedConsole {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final URI url;

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final Console program;

	ComposedConsole(URI url) {
		this.url = url;
		this.program = Console.at(url, Console.OPERATOR, "for-development");
	}

	/** Signs in by the form; says where that leads to. */
	String signIn(String password) {
		String token = TOKEN.matcher(page(HttpRequest.newBuilder(this.url.resolve("/sign-in")).build()).body())
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
		HttpRequest form = HttpRequest.newBuilder(this.url.resolve("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("username=operator&password=" + encoded(password) + "&_csrf=" + encoded(token)))
			.build();
		return page(form).headers().firstValue("Location").orElse("nowhere");
	}

	/** Waits until that event of a chat is in the archive with that word in it. */
	void finds(long chat, String type, String word) {
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					this.program.get("/api/events?key=%d&type=%s&text=%s".formatted(chat, type, word)).path("events"))
				.hasSize(1));
	}

	/** How often which outcome is foreseen for a chat's records. */
	Map<String, Long> preview(String consumer, long chat) {
		JsonNode plan = this.program.post("/api/replays", Map.of("consumer", consumer, "select",
				Map.of("chat", Long.toString(chat)), "reason", "to see it work in containers"));
		String replay = "/api/replays/" + plan.path("id").asString();
		this.program.post(replay + "/preview", Map.of());
		JsonNode previewed = await().atMost(PATIENCE)
			.until(() -> this.program.get(replay), (stands) -> stands.path("state").asString("").equals("PREVIEWED"));
		return previewed.path("preview")
			.path("sums")
			.path("results")
			.properties()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (result) -> result.getValue().asLong()));
	}

	private HttpResponse<String> page(HttpRequest request) {
		try {
			return this.browser.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
