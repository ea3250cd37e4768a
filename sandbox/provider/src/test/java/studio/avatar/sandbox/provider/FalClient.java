package studio.avatar.sandbox.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A client of fal's HTTP, as small as a test needs, using the addresses that answers
 * tell.
 */
final class FalClient implements AutoCloseable {

	static final String TRAINER = "fal-ai/flux-lora-portrait-trainer";

	static final String PICTURES = "fal-ai/flux-lora";

	private final HttpClient http = HttpClient.newHttpClient();

	private final FalSimulator fal;

	private final String key;

	/** An answer with its JSON. */
	record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {

		String text(String field) {
			return this.body.path(field).asString("");
		}

		String header(String name) {
			return this.raw.headers().firstValue(name).orElse("");
		}

	}

	FalClient(FalSimulator fal) {
		this(fal, fal.key());
	}

	FalClient(FalSimulator fal, String key) {
		this.fal = fal;
		this.key = key;
	}

	Answer submit(String endpoint, Map<String, ?> input, String... headers) {
		return call("POST", this.fal.queueUrl() + "/" + endpoint, Json.MAPPER.writeValueAsBytes(input), headers);
	}

	Answer get(String url) {
		return call("GET", url, new byte[0]);
	}

	Answer call(String verb, String url, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Key " + this.key)
			.method(verb, BodyPublishers.ofByteArray(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<byte[]> answer = this.http.send(request.build(), BodyHandlers.ofByteArray());
			return new Answer(answer.statusCode(), tree(answer), answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JsonNode tree(HttpResponse<byte[]> answer) {
		boolean json = answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
		try {
			return Json.MAPPER.readTree(json ? new String(answer.body()) : "null");
		}
		catch (JacksonException ex) {
			return Json.MAPPER.nullNode();
		}
	}

	/** Waits for the request to complete; gives its last status. */
	Answer completed(Answer submitted) {
		String status = submitted.text("status_url") + "?logs=1";
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> get(status).text("status").equals("COMPLETED"));
		return get(status);
	}

	/** Waits for the request to complete; gives its result. */
	Answer result(Answer submitted) {
		completed(submitted);
		return get(submitted.text("response_url"));
	}

	Answer train(byte[] zip, Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(Map.of("images_data_url", dataUri(zip)));
		input.putAll(more);
		return submit(TRAINER, input);
	}

	/** A trained model file for {@code TOK_12345678}. */
	String lora() {
		try {
			Answer trained = result(train(Photos.zip(4), Map.of("trigger_phrase", "TOK_12345678", "steps", 1000)));
			return trained.body().at("/diffusers_lora_file/url").asString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one picture of a result, downloaded. */
	byte[] picture(Map<String, ?> input) {
		return download(result(submit(PICTURES, input)).body().at("/images/0/url").asString());
	}

	byte[] download(String url) {
		return get(url).raw().body();
	}

	static Map<String, Object> prompt(String prompt, Object... more) {
		Map<String, Object> input = new HashMap<>(Map.of("prompt", prompt));
		for (int i = 0; i < more.length; i += 2) {
			input.put((String) more[i], more[i + 1]);
		}
		return input;
	}

	static List<Map<String, Object>> loras(String path) {
		return List.of(Map.of("path", path, "scale", 1.0));
	}

	static String dataUri(byte[] bytes) {
		return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
	}

	@Override
	public void close() {
		this.http.close();
	}

}
