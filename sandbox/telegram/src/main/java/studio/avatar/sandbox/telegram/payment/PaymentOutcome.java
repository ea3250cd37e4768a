package studio.avatar.sandbox.telegram.payment;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How it ended when somebody wanted to pay.
 */
public sealed interface PaymentOutcome {

	/** The Stars are gone and the bot was told. */
	record Paid() implements PaymentOutcome {
	}

	/**
	 * Nothing was taken.
	 *
	 * @param reason why
	 * @param words for the person; the bot's own when it refused
	 */
	record Refused(Reason reason, String words) implements PaymentOutcome {
	}

	/** Why nothing was taken. */
	enum Reason {

		/** It was paid before. */
		PAID,
		/** There are not enough Stars in the wallet. */
		POOR,
		/** The bot said no. */
		BOT,
		/** The bot did not answer within 10 seconds. */
		TIMEOUT

	}

	static PaymentOutcome refused(Reason reason, String words) {
		return new Refused(reason, words);
	}

	/** For the page and for people in other processes. */
	default ObjectNode view() {
		ObjectNode view = JsonMapper.shared().createObjectNode();
		return switch (this) {
			case Paid paid -> view.put("state", "paid");
			case Refused refused -> view.put("state", "refused")
				.put("reason", refused.words())
				.put("code", refused.reason().name().toLowerCase(Locale.ROOT));
		};
	}

	/** Reads what {@link #view} wrote. */
	static PaymentOutcome of(JsonNode view) {
		return view.path("state").asString("").equals("paid") ? new Paid() : refused(
				Reason.valueOf(view.path("code").asString().toUpperCase(Locale.ROOT)), view.path("reason").asString());
	}

}
