package studio.avatar.sandbox.telegram.api;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that Telegram does not carry out; the bot sees the code and the words.
 */
final class Refusal extends RuntimeException {

	private final int code;

	private final int retryAfterSeconds;

	private Refusal(int code, String description, int retryAfterSeconds) {
		super(description);
		this.code = code;
		this.retryAfterSeconds = retryAfterSeconds;
	}

	static Refusal of(int code, String description) {
		return new Refusal(code, description, 0);
	}

	static Refusal badRequest(String description) {
		return of(400, "Bad Request: " + description);
	}

	static Refusal floodWait(int retryAfterSeconds) {
		return new Refusal(429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds);
	}

	int code() {
		return this.code;
	}

	/** The whole body of the answer. */
	ObjectNode body() {
		ObjectNode body = JsonMapper.shared()
			.createObjectNode()
			.put("ok", false)
			.put("error_code", this.code)
			.put("description", getMessage());
		if (this.retryAfterSeconds > 0) {
			body.putObject("parameters").put("retry_after", this.retryAfterSeconds);
		}
		return body;
	}

}
