package studio.avatar.sandbox.provider.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect.SpoilWebhook.How;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.model.Outcome;

/**
 * The news that a request has ended.
 *
 * @param url where it goes
 * @param requestId the same over all its deliveries
 * @param outcome how the request ended
 * @param spoiled what is wrong with its signature; absent for nothing
 */
public record Webhook(String url, String requestId, Outcome outcome, @Nullable How spoiled) {

	byte[] body() {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("request_id", this.requestId);
		body.put("gateway_request_id", this.requestId);
		body.put("status", this.outcome.failed() ? "ERROR" : "OK");
		if (this.outcome.failed()) {
			body.put("error", "Invalid status code: " + this.outcome.status());
		}
		body.put("payload", this.outcome.body());
		return Json.MAPPER.writeValueAsBytes(body);
	}

}
