package studio.avatar.sandbox.telegram.payment;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stars that came to the bot, or went back.
 *
 * @param chargeId names the payment; its refund has the same
 * @param amount above 0 when they came, below 0 when they went back
 * @param date Unix seconds
 */
record StarTransaction(String chargeId, long personId, int amount, String payload, long date) {

	StarTransaction refund(long date) {
		return new StarTransaction(this.chargeId, this.personId, -this.amount, this.payload, date);
	}

	/** As Bot API {@code StarTransaction}. */
	ObjectNode json(ObjectNode user) {
		ObjectNode partner = JsonMapper.shared()
			.createObjectNode()
			.put("type", "user")
			.put("transaction_type", "invoice_payment");
		partner.set("user", user);
		partner.put("invoice_payload", this.payload);
		ObjectNode json = JsonMapper.shared()
			.createObjectNode()
			.put("id", this.chargeId)
			.put("amount", Math.abs(this.amount))
			.put("date", this.date);
		json.set((this.amount > 0) ? "source" : "receiver", partner);
		return json;
	}

}
