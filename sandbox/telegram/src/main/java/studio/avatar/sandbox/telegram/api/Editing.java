package studio.avatar.sandbox.telegram.api;

import java.util.List;
import java.util.Set;

import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that change a message of the bot. A keyboard that is not given again is
 * taken away, as in Telegram.
 */
final class Editing {

	private static final String NOT_MODIFIED = "message is not modified: specified new message content and reply "
			+ "markup are exactly the same as a current content and reply markup of the message";

	private static final Set<String> TEXT = Set.of("text", "entities", "link_preview_options");

	private static final Set<String> CAPTION = Set.of("caption", "caption_entities", "show_caption_above_media");

	private static final Set<String> MEDIA = Set.of("photo", "document");

	private final Targets targets;

	private final Chats chats;

	private final Media media;

	Editing(Targets targets, Chats chats, Media media) {
		this.targets = targets;
		this.chats = chats;
		this.media = media;
	}

	List<ApiMethod> methods() {
		return List.of(
				ApiMethod.of("editMessageText", this::text, "chat_id", "message_id", "text", "entities",
						"link_preview_options", "reply_markup"),
				ApiMethod.of("editMessageCaption", this::caption, "chat_id", "message_id", "caption",
						"caption_entities", "show_caption_above_media", "reply_markup"),
				ApiMethod.of("editMessageMedia", this::media, "chat_id", "message_id", "media", "reply_markup"),
				ApiMethod.of("editMessageReplyMarkup", this::keyboard, "chat_id", "message_id", "reply_markup"));
	}

	private JsonNode text(Call call) {
		ObjectNode content = FormattedText.message(call).asText();
		call.json("link_preview_options").ifPresent((options) -> content.set("link_preview_options", options));
		content.setAll(Keyboard.of(call));
		ChatMessage message = this.targets.ownMessage(call);
		if (!message.json().has("text")) {
			throw Refusal.badRequest("there is no text in the message to edit");
		}
		return change(message, List.of(TEXT), content);
	}

	private JsonNode caption(Call call) {
		ObjectNode content = FormattedText.caption(call).asCaption();
		if (call.flag("show_caption_above_media")) {
			content.put("show_caption_above_media", true);
		}
		content.setAll(Keyboard.of(call));
		ChatMessage message = this.targets.ownMessage(call);
		if (MEDIA.stream().noneMatch(message.json()::has)) {
			throw Refusal.badRequest("there is no caption in the message to edit");
		}
		return change(message, List.of(CAPTION), content);
	}

	private JsonNode media(Call call) {
		JsonNode item = call.json("media").orElseThrow(() -> Refusal.badRequest("parameter \"media\" is required"));
		ObjectNode keyboard = Keyboard.of(call);
		ChatMessage message = this.targets.ownMessage(call);
		if (message.json().has("media_group_id") && !message.json().has(item.path("type").asString(""))) {
			throw Refusal.badRequest("can't use the media of the specified type in the album");
		}
		ObjectNode content = this.media.of(call, item);
		content.setAll(keyboard);
		return change(message, List.of(TEXT, CAPTION, MEDIA), content);
	}

	private JsonNode keyboard(Call call) {
		ChatMessage message = this.targets.ownMessage(call);
		JsonNode invoice = message.json().path("invoice");
		return change(message, List.of(), invoice.isObject()
				? Keyboard.ofInvoice(call, invoice.path("total_amount").asInt()) : Keyboard.of(call));
	}

	private JsonNode change(ChatMessage message, List<Set<String>> replaced, ObjectNode content) {
		ObjectNode changed = message.json().deepCopy();
		replaced.forEach(changed::remove);
		changed.remove("reply_markup");
		changed.setAll(content);
		if (same(changed, message.json())) {
			throw Refusal.badRequest(NOT_MODIFIED);
		}
		return this.chats.replace(message, changed).json();
	}

	/** Compares what is written, not whether a number is held as an int or a long. */
	private static boolean same(JsonNode one, JsonNode other) {
		return JsonMapper.shared().readTree(one.toString()).equals(JsonMapper.shared().readTree(other.toString()));
	}

}
