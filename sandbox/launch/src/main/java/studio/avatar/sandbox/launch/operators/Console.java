package studio.avatar.sandbox.launch.operators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxException;
import studio.avatar.sandbox.launch.ServiceUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console as one of its users meets it with a program: its HTTP API. */
public final class Console {

	/** Plans, previews and runs. */
	public static final String OPERATOR = "operator";

	/** Agrees to what somebody else asked for. */
	public static final String APPROVER = "approver";

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final URI url;

	private final String credentials;

	private Console(URI url, String credentials) {
		this.url = url;
		this.credentials = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	/** As that person uses it. */
	public static Console of(Sandbox sandbox, String who) {
		return new Console(sandbox.service(ServiceUnit.CONSOLE).url(), who + ":" + sandbox.passwordOf(who));
	}

	/** A console that no sandbox has started. */
	public static Console at(URI url, String who, String password) {
		return new Console(url, who + ":" + password);
	}

	/**
	 * Asks, and is answered.
	 * @throws UncheckedIOException while the console is away
	 * @throws SandboxException when it refuses
	 */
	public JsonNode get(String path) {
		return answer(request(path).GET().build());
	}

	/**
	 * Does something.
	 * @param body becomes JSON
	 * @throws UncheckedIOException while the console is away
	 * @throws SandboxException when it refuses
	 */
	public JsonNode post(String path, Object body) {
		return answer(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.url.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Basic " + this.credentials);
	}

	private static JsonNode answer(HttpRequest request) {
		try {
			HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new SandboxException("%s %s: %d %s".formatted(request.method(), request.uri().getPath(),
						answer.statusCode(), answer.body()));
			}
			return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SandboxException("Interrupted while the console was asked", ex);
		}
	}

}
