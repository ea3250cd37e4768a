package studio.avatar.sandbox.telegram.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import studio.avatar.sandbox.telegram.markup.Links;
import studio.avatar.sandbox.telegram.markup.Marked;
import studio.avatar.sandbox.telegram.markup.MarkupRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text with its entities after Telegram has checked and trimmed it; offsets count
 * UTF-16 units.
 */
record FormattedText(String text, ArrayNode entities) {

	private static final int LONGEST_BYTES = 1 << 15;

	private static final Set<String> TYPES = Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email",
			"phone_number", "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
			"expandable_blockquote", "code", "pre", "text_link");

	/** A message text, 1–4096 characters, code points as Telegram counts them. */
	static FormattedText message(Call call) {
		FormattedText text = of(call, "text", "entities");
		if (text.text().isEmpty()) {
			throw Refusal.badRequest(call.text("text").isEmpty() ? "message text is empty" : "text must be non-empty");
		}
		if (text.points() > 4096) {
			throw Refusal.badRequest("message is too long");
		}
		return text;
	}

	/** A caption, 0–1024 characters. */
	static FormattedText caption(Call call) {
		return of(call, "caption", "caption_entities").refuseLongCaption();
	}

	/** The caption inside an {@code InputMedia}. */
	static FormattedText caption(JsonNode media) {
		return of(media.path("caption").asString(""), media.path("parse_mode").asString(""),
				media.path("caption_entities"))
			.refuseLongCaption();
	}

	private static FormattedText of(Call call, String text, String entities) {
		return of(call.text(text).orElse(""), call.text("parse_mode").orElse(""),
				call.json(entities).orElseGet(JsonMapper.shared()::createArrayNode));
	}

	/** Marks in the text count for more than entities, when it has any text. */
	private static FormattedText of(String text, String parseMode, JsonNode entities) {
		if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
			throw Refusal.badRequest("text is too long");
		}
		String mode = text.isEmpty() ? "" : parseMode.toLowerCase(Locale.ROOT);
		try {
			return switch (mode) {
				case "", "none" -> checked(text, entities);
				case "html" -> marked(Marked.html(text));
				case "markdownv2" -> marked(Marked.markdown(text));
				case "markdown" ->
					throw Refusal.badRequest("the simulator does not serve parse_mode Markdown: use MarkdownV2");
				default -> throw Refusal.badRequest("unsupported parse_mode");
			};
		}
		catch (MarkupRefused ex) {
			throw Refusal.badRequest("can't parse entities: " + ex.getMessage());
		}
	}

	private static FormattedText marked(Marked text) {
		return checked(text.text(), text.entities());
	}

	private int points() {
		return this.text.codePointCount(0, this.text.length());
	}

	private FormattedText refuseLongCaption() {
		if (points() > 1024) {
			throw Refusal.badRequest("message caption is too long");
		}
		return this;
	}

	private static FormattedText checked(String text, JsonNode entities) {
		entities.forEach((entity) -> refuseWrong(text, entity));
		String end = text.stripTrailing();
		int skipped = leading(end, entities);
		String trimmed = end.substring(skipped);
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

	/** Spaces and line ends before the first entity go. */
	private static int leading(String text, JsonNode entities) {
		int first = entities.valueStream()
			.filter((entity) -> entity.path("length").asInt() > 0)
			.mapToInt((entity) -> entity.path("offset").asInt())
			.min()
			.orElse(text.length());
		int skipped = 0;
		while (skipped < Math.min(first, text.length()) && " \n".indexOf(text.charAt(skipped)) >= 0) {
			skipped++;
		}
		return skipped;
	}

	private static void refuseWrong(String text, JsonNode entity) {
		int from = entity.path("offset").asInt(-1);
		int length = entity.path("length").asInt(-1);
		String type = entity.path("type").asString("");
		if (!TYPES.contains(type)) {
			throw Refusal.badRequest("can't parse MessageEntity: Unsupported type specified");
		}
		if (type.equals("text_link")) {
			Links.complaint(entity.path("url").asString("")).ifPresent((complaint) -> {
				throw Refusal.badRequest("entity " + complaint);
			});
		}
		if (from < 0) {
			throw Refusal.badRequest("receive an entity with incorrect offset " + from);
		}
		if (length < 0) {
			throw Refusal.badRequest("receive an entity with incorrect length " + length);
		}
		refuseOutside(text, from, (long) from + length);
	}

	private static void refuseOutside(String text, int from, long to) {
		if (from > text.length() && to > from) {
			throw Refusal.badRequest("entity begins after the end of the text at UTF-16 offset " + from);
		}
		if (to > text.length() && to > from) {
			throw Refusal.badRequest("entity beginning at UTF-16 offset " + from
					+ " ends after the end of the text at UTF-16 offset " + to);
		}
		refuseMiddle(text, from, "entity begins");
		refuseMiddle(text, to, "entity beginning at UTF-16 offset " + from + " ends");
	}

	private static void refuseMiddle(String text, long place, String words) {
		int at = (int) Math.min(place, text.length());
		if (at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
			throw Refusal.badRequest(words + " in a middle of a UTF-16 symbol at byte offset "
					+ text.substring(0, at + 1).getBytes(StandardCharsets.UTF_8).length);
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
