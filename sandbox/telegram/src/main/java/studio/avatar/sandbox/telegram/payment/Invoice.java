package studio.avatar.sandbox.telegram.payment;

import studio.avatar.sandbox.telegram.chat.Bill;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody may pay for, as the bot offered it.
 *
 * @param payload the bot's own note, 1–128 bytes; comes back with the payment
 * @param startParameter what a forwarded copy starts the bot with; empty when it keeps
 * its Pay button
 * @param total Stars, at least 1
 */
public record Invoice(String title, String description, String payload, String startParameter, int total) {

	/** The only currency served. */
	public static final String STARS = "XTR";

	public Invoice {
		if (total < 1) {
			throw new IllegalArgumentException("an invoice is over at least one Star");
		}
	}

	/** As the field of a message. */
	public ObjectNode content() {
		ObjectNode content = JsonMapper.shared().createObjectNode();
		content.putObject("invoice")
			.put("title", this.title)
			.put("description", this.description)
			.put("start_parameter", this.startParameter)
			.put("currency", STARS)
			.put("total_amount", this.total);
		return content;
	}

	/** What the message keeps to itself. */
	public Bill bill() {
		return new Bill(this.payload, false);
	}

	/** The fields that an update about this invoice has. */
	ObjectNode due() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("currency", STARS)
			.put("total_amount", this.total)
			.put("invoice_payload", this.payload);
	}

}
