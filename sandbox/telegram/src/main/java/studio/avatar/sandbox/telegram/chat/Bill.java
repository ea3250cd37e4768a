package studio.avatar.sandbox.telegram.chat;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an invoice in a chat keeps to itself: the bot's own note, which people do not see,
 * and whether it was paid.
 *
 * @param payload 1–128 bytes, comes back with the payment
 */
public record Bill(String payload, boolean paid) {

	static Bill of(ObjectNode change) {
		return new Bill(change.path("payload").asString(), change.path("paid").asBoolean());
	}

	Bill settled() {
		return new Bill(this.payload, true);
	}

	ObjectNode asChange() {
		return JsonMapper.shared().createObjectNode().put("payload", this.payload).put("paid", this.paid);
	}

	/** Adds what the page shows of it to the invoice of a message. */
	void show(ObjectNode invoice) {
		invoice.put("total", invoice.path("total_amount").asInt())
			.put("startParameter", invoice.path("start_parameter").asString())
			.put("paid", this.paid);
	}

}
