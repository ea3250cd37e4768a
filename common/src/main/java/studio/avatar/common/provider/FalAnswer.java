package studio.avatar.common.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the provider, read whole.
 *
 * @param status HTTP status
 * @param json its body; absent when that is no JSON
 */
record FalAnswer(int status, @Nullable JsonNode json) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** No answer of the queue comes near it; what is longer is cut and so no JSON. */
	private static final int MOST_BYTES = 16 * 1024 * 1024;

	private static final int LONGEST_MESSAGE = 500;

	static FalAnswer of(ClientHttpResponse response) throws IOException {
		byte[] body = response.getBody().readNBytes(MOST_BYTES);
		return new FalAnswer(response.getStatusCode().value(), parse(body));
	}

	private static @Nullable JsonNode parse(byte[] body) {
		try {
			JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
			return json.isObject() ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	boolean successful() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * Why a call that was answered so was in vain, as it is counted; absent otherwise. A
	 * request that the provider does not know, or no longer, is an answer like any.
	 */
	@Nullable String inVain() {
		return switch (this.status) {
			case 429 -> "429";
			case 401, 403 -> "unauthorized";
			case 400, 422 -> "refused";
			default -> (this.status >= 500) ? "5xx" : null;
		};
	}

	/** The text of a field; empty when there is none. */
	String text(String field) {
		return (this.json != null) ? this.json.path(field).asString("") : "";
	}

	/** Whether the body says what went wrong, in one of the provider's two shapes. */
	boolean explained() {
		return this.json != null && (firstDetail().isObject() || !text("error_type").isEmpty());
	}

	/** What went wrong, in the provider's words. */
	ProviderRefused refusal() {
		return new ProviderRefused(type(), message());
	}

	String type() {
		String type = firstDetail().path("type").asString(text("error_type"));
		return type.isEmpty() ? "http_" + this.status : type;
	}

	private String message() {
		String message = firstDetail().path("msg").asString(text("detail"));
		String line = message.isBlank() ? "HTTP status " + this.status : message.strip().replaceAll("\\s+", " ");
		return line.substring(0, Math.min(line.length(), LONGEST_MESSAGE));
	}

	/** Model errors come as a list of details, infrastructure errors as one text. */
	private JsonNode firstDetail() {
		JsonNode json = (this.json != null) ? this.json : JSON.createObjectNode();
		return json.path("detail").path(0);
	}

	/** Requests before this one, 0 or more; absent when it does not say. */
	@Nullable Integer position() {
		JsonNode position = field("queue_position");
		return (position != null && position.isInt()) ? Math.max(0, position.intValue()) : null;
	}

	/** Why a completed request has no result; absent when it has one. */
	@Nullable String error() {
		JsonNode error = field("error");
		if (error == null) {
			return null;
		}
		return error.isString() ? error.stringValue() : error.toString();
	}

	/** What a runner wrote, oldest first. */
	List<String> logLines() {
		JsonNode lines = field("logs");
		return (lines == null) ? List.of()
				: StreamSupport.stream(lines.spliterator(), false)
					.map((line) -> line.path("message").asString(""))
					.toList();
	}

	private @Nullable JsonNode field(String name) {
		JsonNode field = (this.json != null) ? this.json.get(name) : null;
		return (field == null || field.isNull()) ? null : field;
	}

}
