package studio.avatar.sandbox.telegram.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import studio.avatar.sandbox.telegram.markup.Links;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The inline keyboard of a call, checked as Telegram does.
 */
final class Keyboard {

	private static final Set<String> ACTIONS = Set.of("callback_data", "url", "copy_text", "pay");

	private static final int MOST_BUTTONS = 100;

	private Keyboard() {
	}

	/**
	 * As the {@code reply_markup} field of a message; no field when there is no button.
	 */
	static ObjectNode of(Call call) {
		ObjectNode keyboard = read(call);
		if (pays(keyboard.path("reply_markup")) > 0) {
			throw Refusal.badRequest("BUTTON_TYPE_INVALID");
		}
		return keyboard;
	}

	/**
	 * The keyboard of an invoice: its first button pays, and is there even when the call
	 * has none.
	 */
	static ObjectNode ofInvoice(Call call, int total) {
		ObjectNode keyboard = read(call);
		if (keyboard.isEmpty()) {
			keyboard.putObject("reply_markup")
				.putArray("inline_keyboard")
				.addArray()
				.addObject()
				.put("text", "Pay ⭐️" + total)
				.put("pay", true);
		}
		if (!keyboard.at("/reply_markup/inline_keyboard/0/0/pay").asBoolean(false)) {
			throw Refusal.badRequest("REPLY_MARKUP_BUY_EMPTY");
		}
		if (pays(keyboard.path("reply_markup")) > 1) {
			throw Refusal.badRequest("BUTTON_TYPE_INVALID");
		}
		return keyboard;
	}

	private static long pays(JsonNode markup) {
		return markup.path("inline_keyboard")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.filter((button) -> button.has("pay"))
			.count();
	}

	private static ObjectNode read(Call call) {
		ObjectNode fields = JsonMapper.shared().createObjectNode();
		call.json("reply_markup").ifPresent((markup) -> {
			long buttons = markup.path("inline_keyboard").valueStream().mapToLong(JsonNode::size).sum();
			if (buttons > MOST_BUTTONS) {
				throw Refusal.badRequest("reply markup is too long");
			}
			markup.path("inline_keyboard").forEach((row) -> row.forEach(Keyboard::refuseWrong));
			if (buttons > 0) {
				fields.set("reply_markup", markup);
			}
		});
		return fields;
	}

	private static void refuseWrong(JsonNode button) {
		button.propertyNames().forEach((field) -> {
			if (!ACTIONS.contains(field) && !field.equals("text") && !field.equals("style")) {
				throw Refusal.badRequest("the simulator does not serve \"" + field + "\" of InlineKeyboardButton");
			}
		});
		if (button.path("text").asString("").isBlank()) {
			throw Refusal.badRequest("inline keyboard button text must be non-empty");
		}
		if (ACTIONS.stream()
			.noneMatch((action) -> !button.path(action).asString("x").isEmpty() && button.has(action))) {
			throw Refusal
				.badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
		}
		if (ACTIONS.stream().filter(button::has).count() > 1) {
			throw Refusal.badRequest("the simulator takes one action for a button: it is not said which one counts");
		}
		if (bytes(button.path("callback_data")) > 64) {
			throw Refusal.badRequest("BUTTON_DATA_INVALID");
		}
		if (button.has("url")) {
			Links.complaint(button.path("url").asString("")).ifPresent((complaint) -> {
				throw Refusal.badRequest("inline keyboard button " + complaint);
			});
		}
		if (button.has("copy_text") && outside(1, 256, button.path("copy_text").path("text").asString("").length())) {
			throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
		}
		if (button.has("style")
				&& !Set.of("danger", "success", "primary").contains(button.path("style").asString(""))) {
			throw Refusal.badRequest("can't parse inline keyboard button: invalid button style specified");
		}
	}

	private static int bytes(JsonNode text) {
		return text.asString("").getBytes(StandardCharsets.UTF_8).length;
	}

	private static boolean outside(int least, int most, int size) {
		return size < least || size > most;
	}

}
