package studio.avatar.sandbox.telegram.api;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that Telegram does not carry out; the bot sees the code and the words.
 */
final class Refusal extends RuntimeException {

	private final int code;

	private final transient ObjectNode parameters = JsonMapper.shared().createObjectNode();

	private Refusal(int code, String description) {
		super(description);
		this.code = code;
	}

	static Refusal of(int code, String description) {
		return new Refusal(code, description);
	}

	static Refusal badRequest(String description) {
		return of(400, "Bad Request: " + description);
	}

	static Refusal floodWait(int retryAfterSeconds) {
		Refusal refusal = of(429, "Too Many Requests: retry after " + retryAfterSeconds);
		refusal.parameters.put("retry_after", retryAfterSeconds);
		return refusal;
	}

	static Refusal migrated(long supergroup) {
		Refusal refusal = badRequest("group chat was upgraded to a supergroup chat");
		refusal.parameters.put("migrate_to_chat_id", supergroup);
		return refusal;
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
		return this.parameters.isEmpty() ? body : body.set("parameters", this.parameters);
	}

}
