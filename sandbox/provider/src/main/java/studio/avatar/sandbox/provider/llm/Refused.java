package studio.avatar.sandbox.provider.llm;

import java.util.LinkedHashMap;
import java.util.Map;

import studio.avatar.sandbox.provider.http.Reply;

/** The LLM's refusal of a call, in OpenAI's shape. */
final class Refused extends Exception {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	Refused(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	Reply reply() {
		return reply(this.status, this.code, String.valueOf(getMessage()));
	}

	static Reply reply(int status, String code, String message) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", message);
		error.put("type", type(status));
		error.put("param", null);
		error.put("code", code);
		return Reply.json(status, Map.of("error", error));
	}

	/** What the LLM says with a status when the fault does not say it itself. */
	static Reply reply(int status) {
		return switch (status) {
			case 401 -> reply(401, "invalid_api_key", "Incorrect API key provided");
			case 429 -> reply(429, "rate_limit_exceeded", "Rate limit reached").with("Retry-After", "1");
			default -> reply(status, "server_error", "The server had an error while processing your request");
		};
	}

	private static String type(int status) {
		return switch (status) {
			case 429 -> "requests";
			case 500, 502, 503, 504 -> "server_error";
			default -> "invalid_request_error";
		};
	}

}
