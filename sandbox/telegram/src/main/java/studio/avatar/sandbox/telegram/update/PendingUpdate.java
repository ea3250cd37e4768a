package studio.avatar.sandbox.telegram.update;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An update that the bot has not confirmed.
 *
 * @param json the Bot API {@code Update}
 * @param until when Telegram forgets it
 */
public record PendingUpdate(ObjectNode json, Instant until) {

	static PendingUpdate of(JsonNode change) {
		return new PendingUpdate((ObjectNode) change.path("update"),
				Instant.ofEpochMilli(change.path("until").asLong()));
	}

	public long id() {
		return this.json.path("update_id").asLong();
	}

	/**
	 * Webhooks bring the updates of one queue one after the other: messages of a chat,
	 * presses of a person, their payments, comings and goings in a chat.
	 */
	public String queue() {
		String type = this.json.propertyNames()
			.stream()
			.filter((name) -> !name.equals("update_id"))
			.findFirst()
			.orElseThrow();
		JsonNode content = this.json.path(type);
		return switch (type) {
			case "callback_query" -> "presses of " + content.path("from").path("id");
			case "pre_checkout_query" -> "payments of " + content.path("from").path("id");
			case "my_chat_member" -> "comings and goings in " + content.path("chat").path("id");
			default -> "messages in " + content.path("chat").path("id");
		};
	}

	ObjectNode asChange() {
		ObjectNode change = JsonMapper.shared().createObjectNode().put("until", this.until.toEpochMilli());
		change.set("update", this.json);
		return change;
	}

}
