package studio.avatar.sandbox.telegram.markup;

import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text and what its marks said.
 *
 * @param text without the marks
 * @param entities {@code MessageEntity} objects, outer before inner
 */
public record Marked(String text, ArrayNode entities) {

	/**
	 * Reads a text with HTML tags.
	 * @throws MarkupRefused when the tags do not fit
	 */
	public static Marked html(String source) {
		return new HtmlText(source).read();
	}

	/**
	 * Reads a text with the marks of MarkdownV2.
	 * @throws MarkupRefused when the marks do not fit
	 */
	public static Marked markdown(String source) {
		return new MarkdownText(source).read();
	}

	static Marked of(String text, List<ObjectNode> entities) {
		ArrayNode sorted = JsonMapper.shared().createArrayNode();
		entities.stream()
			.sorted(Comparator.comparingInt((ObjectNode entity) -> entity.path("offset").asInt())
				.thenComparingInt((entity) -> -entity.path("length").asInt()))
			.forEach(sorted::add);
		return new Marked(text, sorted);
	}

	static ObjectNode entity(String type, int from, int to) {
		return JsonMapper.shared().createObjectNode().put("type", type).put("offset", from).put("length", to - from);
	}

}
