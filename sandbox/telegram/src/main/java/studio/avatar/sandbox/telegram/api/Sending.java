package studio.avatar.sandbox.telegram.api;

import java.util.List;
import java.util.Optional;

import studio.avatar.sandbox.telegram.chat.Albums;
import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that say something new: texts, photos, documents, albums, chat actions.
 */
final class Sending {

	private static final List<String> ACTIONS = List.of("typing", "upload_photo", "record_video", "upload_video",
			"record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location", "record_video_note",
			"upload_video_note");

	private final Targets targets;

	private final Chats chats;

	private final Media media;

	private final ChatEvents events;

	Sending(Targets targets, Chats chats, Media media, ChatEvents events) {
		this.targets = targets;
		this.chats = chats;
		this.media = media;
		this.events = events;
	}

	List<ApiMethod> methods() {
		return List.of(
				ApiMethod.of("sendMessage", this::message, "chat_id", "text", "entities", "link_preview_options",
						"disable_notification", "protect_content", "reply_parameters", "reply_markup"),
				ApiMethod.of("sendPhoto", (call) -> single(call, "photo"), "chat_id", "photo", "caption",
						"caption_entities", "show_caption_above_media", "disable_notification", "protect_content",
						"reply_parameters", "reply_markup"),
				ApiMethod.of("sendDocument", (call) -> single(call, "document"), "chat_id", "document", "caption",
						"caption_entities", "disable_content_type_detection", "disable_notification", "protect_content",
						"reply_parameters", "reply_markup"),
				ApiMethod.of("sendMediaGroup", this::album, "chat_id", "media", "disable_notification",
						"protect_content", "reply_parameters"),
				ApiMethod.of("sendChatAction", this::action, "chat_id", "action"));
	}

	private JsonNode message(Call call) {
		Chat chat = this.targets.listener(call, "text messages");
		ObjectNode content = FormattedText.message(call).asText();
		call.json("link_preview_options").ifPresent((options) -> content.set("link_preview_options", options));
		return say(call, chat, content.setAll(Keyboard.of(call)));
	}

	private JsonNode single(Call call, String kind) {
		Chat chat = this.targets.listener(call, kind + "s");
		FormattedText caption = FormattedText.caption(call);
		ObjectNode keyboard = Keyboard.of(call);
		ObjectNode content = this.media.of(call, kind);
		if (call.flag("show_caption_above_media")) {
			content.put("show_caption_above_media", true);
		}
		content.setAll(caption.asCaption());
		return say(call, chat, content.setAll(keyboard));
	}

	private JsonNode album(Call call) {
		Chat chat = this.targets.listener(call, "photos");
		JsonNode items = call.json("media").orElseThrow(() -> Refusal.badRequest("parameter \"media\" is required"));
		refuseAlbum(items);
		String album = Albums.newId();
		List<ObjectNode> contents = items.valueStream().map((item) -> this.media.of(call, item)).toList();
		ArrayNode sent = JsonMapper.shared().createArrayNode();
		contents.forEach((content) -> sent.add(say(call, chat, content.put("media_group_id", album))));
		return sent;
	}

	private static void refuseAlbum(JsonNode items) {
		if (items.isEmpty()) {
			throw Refusal.badRequest("there are no messages to send");
		}
		if (items.size() == 1) {
			throw Refusal.badRequest("an album must include 2-10 items");
		}
		if (items.size() > 10) {
			throw Refusal.badRequest("too many messages to send as an album");
		}
		if (items.valueStream()
			.map((item) -> item.path("show_caption_above_media").asBoolean(false))
			.distinct()
			.count() > 1) {
			throw Refusal.badRequest("parameter show_caption_above_media must be the same for all messages");
		}
		if (items.valueStream().map((item) -> item.path("type").asString("")).distinct().count() > 1) {
			throw Refusal.badRequest("document can't be mixed with other media types");
		}
	}

	private JsonNode say(Call call, Chat chat, JsonNode content) {
		ObjectNode fields = (ObjectNode) content;
		if (call.flag("protect_content")) {
			fields.put("has_protected_content", true);
		}
		answered(call, chat).ifPresent((message) -> fields.set("reply_to_message", message));
		return this.chats.addFromBot(chat, fields).json();
	}

	/** The message of the same chat that this one answers; it does not carry its own. */
	private Optional<ObjectNode> answered(Call call, Chat chat) {
		Optional<JsonNode> reply = call.json("reply_parameters");
		Optional<ChatMessage> message = reply
			.flatMap((parameters) -> this.chats.find(chat.id(), parameters.path("message_id").asLong()));
		if (reply.isPresent() && message.isEmpty()
				&& !reply.get().path("allow_sending_without_reply").asBoolean(false)) {
			throw Refusal.badRequest("message to be replied not found");
		}
		return message.map((found) -> found.json().deepCopy().without("reply_to_message"));
	}

	private JsonNode action(Call call) {
		Chat chat = this.targets.listener(call, "text messages");
		String action = call.text("action").orElse("");
		if (!ACTIONS.contains(action)) {
			throw Refusal.badRequest("wrong parameter action in request");
		}
		this.events.tell(chat.id(), "action", JsonMapper.shared().createObjectNode().put("action", action));
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

}
