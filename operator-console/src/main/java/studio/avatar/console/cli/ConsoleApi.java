package studio.avatar.console.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the console's API; what it refuses becomes a {@link Refusal} in its words. */
class ConsoleApi {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final ConsoleAddress address;

	ConsoleApi(ConsoleAddress address) {
		this.address = address;
	}

	JsonNode get(String path) {
		return send("GET", path, BodyPublishers.noBody());
	}

	JsonNode post(String path, @Nullable JsonNode body) {
		return send("POST", path, (body != null) ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody());
	}

	private JsonNode send(String method, String path, BodyPublisher body) {
		HttpRequest request = HttpRequest.newBuilder(this.address.url().resolve("api/" + path))
			.method(method, body)
			.timeout(PATIENCE)
			.header("Authorization", authorization())
			.header("Content-Type", "application/json")
			.header("Accept", "application/json, application/problem+json")
			.build();
		return answer(exchange(request));
	}

	private HttpResponse<String> exchange(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (ConnectException | HttpConnectTimeoutException ex) {
			throw Refusal.silent("The console does not answer at " + this.address.url() + ". Does it run?");
		}
		catch (IOException ex) {
			throw Refusal
				.silent("The console does not answer at " + this.address.url() + "." + (request.method().equals("GET")
						? "" : " It may have done what was asked all the same: ./replay status tells."));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal(ExitCodes.ERROR, "Interrupted");
		}
	}

	private static JsonNode answer(HttpResponse<String> response) {
		JsonNode body = json(response);
		if (response.statusCode() >= 300) {
			throw Refusal.answered(response.statusCode(), body.path("detail").asString(""));
		}
		return body;
	}

	private static JsonNode json(HttpResponse<String> response) {
		try {
			String text = response.body();
			return JSON.readTree(text.isBlank() ? "{}" : text);
		}
		catch (JacksonException ex) {
			if (response.statusCode() >= 500) { // of a proxy before it
				throw Refusal.answered(response.statusCode(), "");
			}
			throw new Refusal(ExitCodes.ERROR, "What answers at " + response.uri().resolve("/") + " is no console ("
					+ response.statusCode() + ").");
		}
	}

	private String authorization() {
		String both = this.address.user() + ":" + this.address.password();
		return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
	}

}
