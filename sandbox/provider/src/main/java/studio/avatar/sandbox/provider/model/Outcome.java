package studio.avatar.sandbox.provider.model;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * What came out of a request: the model's own status, headers and body.
 *
 * @param status HTTP status of the result, 200 on success
 * @param headers headers of the result
 * @param body the result
 * @param error what went wrong, in words; absent on success
 * @param errorType what went wrong, as a type; absent on success
 */
public record Outcome(int status, Map<String, String> headers, JsonNode body, @Nullable String error,
		@Nullable String errorType) {

	/**
	 * A result worth money.
	 * @param billableUnits what the provider would charge for
	 */
	public static Outcome success(Object body, long billableUnits) {
		return new Outcome(200, Map.of("X-Fal-Billable-Units", Long.toString(billableUnits)), tree(body), null, null);
	}

	/** The model's refusal, with its list of details. */
	public static Outcome refusal(int status, List<Detail> details) {
		Detail first = details.getFirst();
		return new Outcome(status, Map.of("X-Fal-Retryable", "false"), tree(Map.of("detail", details)), first.msg(),
				first.type());
	}

	/** A failure of the platform around the model. */
	public static Outcome infrastructure(int status, String errorType, String message) {
		return new Outcome(status, Map.of("X-Fal-Error-Type", errorType),
				tree(Map.of("detail", message, "error_type", errorType)), message, errorType);
	}

	/** The request was stopped by its owner. */
	public static Outcome cancelled() {
		return infrastructure(499, "client_cancelled", "Request was cancelled");
	}

	/** Nobody began to work on it in the time its owner allowed. */
	public static Outcome notStartedInTime() {
		Outcome timeout = infrastructure(504, "request_timeout", "Request did not start in the time allowed");
		return new Outcome(504, Map.of("X-Fal-Error-Type", "request_timeout", "X-Fal-Request-Timeout-Type", "user"),
				timeout.body(), timeout.error(), timeout.errorType());
	}

	public boolean failed() {
		return this.error != null;
	}

	private static JsonNode tree(Object body) {
		return Json.MAPPER.valueToTree(body);
	}

}
