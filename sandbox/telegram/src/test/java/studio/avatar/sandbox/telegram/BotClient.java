package studio.avatar.sandbox.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bot that calls the simulator over HTTP and hands back whole answers.
 */
final class BotClient {

	static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final String BOUNDARY = "----boundary";

	private final URI base;

	BotClient(TelegramSimulator simulator) {
		this.base = simulator.url().resolve("/bot" + simulator.token() + "/");
	}

	/** Calls with a JSON body; single quotes stand for double ones. */
	JsonNode call(String method, String json) {
		return JsonMapper.shared().readTree(send(request(method, json)));
	}

	CompletableFuture<JsonNode> callLater(String method, String json) {
		return HTTP.sendAsync(request(method, json), BodyHandlers.ofString())
			.thenApply((answer) -> JsonMapper.shared().readTree(answer.body()));
	}

	/** The result of a call that has to succeed. */
	JsonNode result(String method, String json) {
		JsonNode answer = call(method, json);
		if (!answer.path("ok").asBoolean()) {
			throw new AssertionError(method + " was refused: " + answer);
		}
		return answer.path("result");
	}

	/** The words of a call that has to be refused. */
	String refusal(String method, String json) {
		JsonNode answer = call(method, json);
		if (answer.path("ok").asBoolean()) {
			throw new AssertionError(method + " was not refused: " + answer);
		}
		return answer.path("error_code").asInt() + " " + answer.path("description").asString();
	}

	/** Calls with a multipart body. */
	JsonNode upload(String method, Map<String, String> values, Map<String, byte[]> files) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		values.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
		files.forEach((name, content) -> part(body, "name=\"" + name + "\"; filename=\"" + name + ".bin\"", content));
		body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return JsonMapper.shared()
			.readTree(send(HttpRequest.newBuilder(this.base.resolve(method))
				.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
				.POST(BodyPublishers.ofByteArray(body.toByteArray()))
				.build()));
	}

	JsonNode get(String methodAndQuery) {
		return JsonMapper.shared().readTree(send(HttpRequest.newBuilder(this.base.resolve(methodAndQuery)).build()));
	}

	JsonNode form(String method, String encoded) {
		return JsonMapper.shared()
			.readTree(send(HttpRequest.newBuilder(this.base.resolve(method))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(encoded))
				.build()));
	}

	private HttpRequest request(String method, String json) {
		return HttpRequest.newBuilder(this.base.resolve(method))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json.replace('\'', '"')))
			.build();
	}

	private static void part(ByteArrayOutputStream body, String names, byte[] content) {
		body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	static String send(HttpRequest request) {
		try {
			return HTTP.send(request, BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
