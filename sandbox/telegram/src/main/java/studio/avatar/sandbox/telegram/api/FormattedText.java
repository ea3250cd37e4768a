package studio.avatar.sandbox.telegram.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text with its entities after Telegram has checked and trimmed it; offsets count
 * UTF-16 units.
 */
record FormattedText(String text, ArrayNode entities) {

	private static final Set<String> TYPES = Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email",
			"phone_number", "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
			"expandable_blockquote", "code", "pre", "text_link");

	/** A message text, 1–4096 UTF-16 units. */
	static FormattedText message(Call call) {
		FormattedText text = of(call, "text", "entities");
		if (text.text().isEmpty()) {
			throw Refusal.badRequest("message text is empty");
		}
		if (text.text().length() > 4096) {
			throw Refusal.badRequest("message is too long");
		}
		return text;
	}

	/** A caption, 0–1024 UTF-16 units. */
	static FormattedText caption(Call call) {
		return of(call, "caption", "caption_entities").refuseLongCaption();
	}

	/** The caption inside an {@code InputMedia}. */
	static FormattedText caption(JsonNode media) {
		return checked(media.path("caption").asString(""), media.path("caption_entities")).refuseLongCaption();
	}

	private static FormattedText of(Call call, String text, String entities) {
		return checked(call.text(text).orElse(""), call.json(entities).orElseGet(JsonMapper.shared()::createArrayNode));
	}

	private FormattedText refuseLongCaption() {
		if (this.text.length() > 1024) {
			throw Refusal.badRequest("message caption is too long");
		}
		return this;
	}

	private static FormattedText checked(String text, JsonNode entities) {
		entities.forEach((entity) -> refuseWrong(text, entity));
		String end = text.stripTrailing();
		String trimmed = end.stripLeading();
		int skipped = end.length() - trimmed.length();
		ArrayNode kept = JsonMapper.shared().createArrayNode();
		entities.valueStream().map((entity) -> (ObjectNode) entity.deepCopy()).forEach((entity) -> {
			int from = Math.max(0, entity.path("offset").asInt() - skipped);
			int to = Math.min(trimmed.length(),
					entity.path("offset").asInt() + entity.path("length").asInt() - skipped);
			if (to > from) {
				kept.add(entity.put("offset", from).put("length", to - from));
			}
		});
		return new FormattedText(trimmed, kept);
	}

	private static void refuseWrong(String text, JsonNode entity) {
		int from = entity.path("offset").asInt(-1);
		int to = from + entity.path("length").asInt(-1);
		String type = entity.path("type").asString("");
		if (!TYPES.contains(type)) {
			throw Refusal.badRequest("can't parse MessageEntity: unsupported type \"" + type + "\" specified");
		}
		if (type.equals("text_link") && !entity.path("url").asString("").matches("(https?|tg)://\\S+")) {
			throw Refusal.badRequest("can't parse MessageEntity: text_link needs an HTTP URL");
		}
		if (from < 0 || to < from || to > text.length()) {
			throw Refusal.badRequest("entity beginning at UTF-16 offset " + from
					+ " ends after the end of the text at UTF-16 offset " + to);
		}
		refuseMiddle(text, from, from, "begins");
		refuseMiddle(text, from, to, "ends");
	}

	private static void refuseMiddle(String text, int from, int at, String verb) {
		if (at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
			throw Refusal.badRequest("entity beginning at UTF-16 offset " + from + " " + verb
					+ " in a middle of a UTF-16 symbol at byte offset "
					+ text.substring(0, at - 1).getBytes(StandardCharsets.UTF_8).length);
		}
	}

	/** As the fields of a text message. */
	ObjectNode asText() {
		return put("text", "entities");
	}

	/** As the fields of a caption; none when it is empty. */
	ObjectNode asCaption() {
		return put("caption", "caption_entities");
	}

	private ObjectNode put(String textField, String entitiesField) {
		ObjectNode fields = JsonMapper.shared().createObjectNode();
		if (!this.text.isEmpty()) {
			fields.put(textField, this.text);
		}
		if (!this.entities.isEmpty()) {
			fields.set(entitiesField, this.entities);
		}
		return fields;
	}

}
