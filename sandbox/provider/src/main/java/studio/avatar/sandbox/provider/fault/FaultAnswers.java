package studio.avatar.sandbox.provider.fault;

import java.util.List;
import java.util.Map;

import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.http.Reply;

/** What the provider says with an error status, when the fault does not say it itself. */
final class FaultAnswers {

	private FaultAnswers() {
	}

	static Reply of(Effect.Answer answer) {
		if (answer.body() != null) {
			return Reply.text(answer.status(), "application/json", answer.body());
		}
		return switch (answer.status()) {
			case 401 -> Reply.json(401, Map.of("detail", "Authentication is required to access this application"));
			case 404 -> Reply.json(404, Map.of("status", "NOT_FOUND"));
			case 422 -> contentPolicy();
			case 429 -> infrastructure(429, "concurrent_requests_limit", "Concurrent requests limit reached")
				.with("Retry-After", "1");
			case 503 -> infrastructure(503, "runner_scheduling_failure", "No runner could be scheduled");
			case 504 -> infrastructure(504, "request_timeout", "Request timed out");
			default -> infrastructure(answer.status(), "internal_error", "Internal error");
		};
	}

	private static Reply infrastructure(int status, String type, String text) {
		return Reply.json(status, Map.of("detail", text, "error_type", type)).with("X-Fal-Error-Type", type);
	}

	private static Reply contentPolicy() {
		String type = "content_policy_violation";
		Map<String, Object> detail = Map.of("loc", List.of("body", "prompt"), "type", type, "msg",
				"The content could not be processed because it was flagged by a content checker.", "url",
				"https://docs.fal.ai/errors#" + type);
		return Reply.json(422, Map.of("detail", List.of(detail))).with("X-Fal-Retryable", "false");
	}

}
