package studio.avatar.sandbox.telegram.api;

import java.util.List;

import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that send what stands somewhere already: again as one's own, or naming who
 * said it.
 */
final class Copying {

	private static final List<String> CONTENT = List.of("text", "entities", "link_preview_options", "photo", "document",
			"caption", "caption_entities", "show_caption_above_media");

	private final Targets targets;

	private final Chats chats;

	Copying(Targets targets, Chats chats) {
		this.targets = targets;
		this.chats = chats;
	}

	List<ApiMethod> methods() {
		return List.of(
				ApiMethod.of("copyMessage", this::copy, "chat_id", "from_chat_id", "message_id", "caption",
						"caption_entities", "show_caption_above_media", "disable_notification", "protect_content",
						"reply_markup"),
				ApiMethod.of("forwardMessage", this::forward, "chat_id", "from_chat_id", "message_id",
						"disable_notification", "protect_content"));
	}

	private JsonNode copy(Call call) {
		Chat chat = this.targets.listener(call, "text messages");
		ObjectNode content = content(call, "copy");
		if (call.text("caption").isPresent() && !content.has("text")) {
			content.remove(List.of("caption", "caption_entities", "show_caption_above_media"));
			content.setAll(FormattedText.caption(call).asCaption());
		}
		content.setAll(Keyboard.of(call));
		return JsonMapper.shared()
			.createObjectNode()
			.put("message_id", this.chats.addFromBot(chat, protectedIfAsked(call, content)).messageId());
	}

	private JsonNode forward(Call call) {
		Chat chat = this.targets.listener(call, "text messages");
		ObjectNode content = content(call, "forward");
		JsonNode original = original(call, "forward").json();
		ObjectNode origin = original.path("forward_origin").isObject()
				? (ObjectNode) original.path("forward_origin").deepCopy() : origin(original);
		content.set("forward_origin", origin);
		return this.chats.addFromBot(chat, protectedIfAsked(call, content)).json();
	}

	private static ObjectNode origin(JsonNode original) {
		ObjectNode origin = JsonMapper.shared().createObjectNode();
		boolean byPerson = original.has("from");
		origin.put("type", byPerson ? "user" : "channel").set("date", original.path("date"));
		origin.set(byPerson ? "sender_user" : "chat", original.path(byPerson ? "from" : "chat"));
		return byPerson ? origin : (ObjectNode) origin.set("message_id", original.path("message_id"));
	}

	private ObjectNode content(Call call, String verb) {
		JsonNode original = original(call, verb).json();
		ObjectNode content = JsonMapper.shared().createObjectNode();
		CONTENT.stream().filter(original::has).forEach((field) -> content.set(field, original.path(field)));
		if (content.isEmpty() || original.path("has_protected_content").asBoolean(false)) {
			throw Refusal.badRequest(verb.equals("copy") ? "message can't be copied" : "message can't be forwarded");
		}
		return content;
	}

	private ChatMessage original(Call call, String verb) {
		Chat from = this.targets.chat(call, "from_chat_id");
		return this.chats.find(from.id(), call.number("message_id").orElse(0L))
			.orElseThrow(() -> Refusal.badRequest("message to " + verb + " not found"));
	}

	private static ObjectNode protectedIfAsked(Call call, ObjectNode content) {
		return call.flag("protect_content") ? content.put("has_protected_content", true) : content;
	}

}
