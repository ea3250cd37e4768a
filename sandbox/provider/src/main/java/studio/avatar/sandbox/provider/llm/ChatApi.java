package studio.avatar.sandbox.provider.llm;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.http.KeyCheck;
import studio.avatar.sandbox.provider.http.Reply;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/chat/completions} and {@code GET /v1/models}, in OpenAI's shapes. */
public final class ChatApi {

	private final String model;

	private final KeyCheck key;

	private final Writer writer;

	private final Supplier<Optional<Effect>> faults;

	public ChatApi(String model, KeyCheck key, HttpClient http, Supplier<Optional<Effect>> faults) {
		this.model = model;
		this.key = key;
		this.writer = new Writer(http);
		this.faults = faults;
	}

	public Reply answer(Incoming call) throws InterruptedException {
		if (!this.key.allows(call)) {
			return Refused.reply(401);
		}
		return switch (call.verb() + " " + call.path()) {
			case "GET /v1/models" -> Reply.json(200, Map.of("object", "list", "data", List
				.of(Map.of("id", this.model, "object", "model", "created", 1760000000, "owned_by", "sandbox"))));
			case "POST /v1/chat/completions" -> spoiltOrNot(call);
			default -> Refused.reply(404, "unknown_url", "Unknown request URL: " + call.verb() + " " + call.path());
		};
	}

	private Reply spoiltOrNot(Incoming call) throws InterruptedException {
		Optional<Effect> effect = this.faults.get();
		if (effect.isEmpty()) {
			return complete(call);
		}
		return switch (effect.get()) {
			case Effect.Answer answer -> (answer.body() != null)
					? Reply.text(answer.status(), "application/json", answer.body()) : Refused.reply(answer.status());
			case Effect.Hang hang -> {
				Thread.sleep(hang.time());
				yield complete(call);
			}
			case Effect.Cut _ -> Reply.cut();
			case Effect.Nonsense _ -> Reply.text(200, "application/json", "{\"choices\": [");
			case Effect.FailJob _, Effect.NsfwJob _, Effect.NeverFinish _, Effect.WebhookTimes _,
					Effect.SpoilWebhook _ ->
				complete(call);
		};
	}

	private Reply complete(Incoming call) throws InterruptedException {
		try {
			JsonNode request = call.json()
				.orElseThrow(() -> new Refused(400, "invalid_json", "The body is not valid JSON"));
			check(request);
			String text = this.writer.answer(Conversation.of(request.path("messages")));
			boolean json = request.path("response_format").path("type").asString("").startsWith("json");
			return completion(json ? Json.MAPPER.writeValueAsString(Map.of("prompt", text)) : text, request);
		}
		catch (Refused ex) {
			return ex.reply();
		}
	}

	private void check(JsonNode request) throws Refused {
		if (!request.path("model").asString("").equals(this.model)) {
			throw new Refused(404, "model_not_found", "The model does not exist, only " + this.model);
		}
		if (request.path("stream").asBoolean(false)) {
			throw new Refused(400, "unsupported_value", "This simulator does not stream");
		}
	}

	private Reply completion(String text, JsonNode request) {
		int asked = request.path("messages").toString().length() / 4;
		int answered = Math.max(1, text.length() / 4);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", "chatcmpl-" + UUID.randomUUID());
		body.put("object", "chat.completion");
		body.put("created", Instant.now().getEpochSecond());
		body.put("model", this.model);
		body.put("choices", List
			.of(Map.of("index", 0, "finish_reason", "stop", "message", Map.of("role", "assistant", "content", text))));
		body.put("usage",
				Map.of("prompt_tokens", asked, "completion_tokens", answered, "total_tokens", asked + answered));
		return Reply.json(200, body);
	}

}
