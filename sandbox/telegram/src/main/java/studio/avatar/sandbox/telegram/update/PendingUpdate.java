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
record PendingUpdate(ObjectNode json, Instant until) {

	static PendingUpdate of(JsonNode change) {
		return new PendingUpdate((ObjectNode) change.path("update"),
				Instant.ofEpochMilli(change.path("until").asLong()));
	}

	long id() {
		return this.json.path("update_id").asLong();
	}

	ObjectNode asChange() {
		ObjectNode change = JsonMapper.shared().createObjectNode().put("until", this.until.toEpochMilli());
		change.set("update", this.json);
		return change;
	}

}
