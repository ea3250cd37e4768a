package studio.avatar.sandbox.telegram.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a Telegram app makes of typed words: trimmed, cut into messages, commands and
 * links marked.
 */
final class TypedText {

	private static final int LONGEST = 4096;

	private static final Pattern MARKED = Pattern
		.compile("(?<command>(?<![\\w/])/[A-Za-z0-9_]{1,32}(?:@\\w+)?)(?![\\w/])|(?<url>https?://[^\\s<>\"]+[\\w/])"
				+ "|(?<mention>(?<![\\w@])@[A-Za-z]\\w{3,31})(?!\\w)");

	private TypedText() {
	}

	/**
	 * Cuts a text into messages of at most 4096 characters, code points as people count
	 * them.
	 */
	static List<String> messages(String typed) {
		List<String> messages = new ArrayList<>();
		String rest = typed.strip();
		while (rest.codePointCount(0, rest.length()) > LONGEST) {
			int end = rest.offsetByCodePoints(0, LONGEST);
			messages.add(rest.substring(0, end).strip());
			rest = rest.substring(end).strip();
		}
		if (!rest.isEmpty()) {
			messages.add(rest);
		}
		return messages;
	}

	/**
	 * {@code bot_command}, {@code url} and {@code mention} entities, counted in UTF-16
	 * units.
	 */
	static ArrayNode entities(String text) {
		ArrayNode entities = JsonMapper.shared().createArrayNode();
		Matcher matcher = MARKED.matcher(text);
		while (matcher.find()) {
			entities.addObject()
				.put("type", type(matcher))
				.put("offset", matcher.start())
				.put("length", matcher.end() - matcher.start());
		}
		return entities;
	}

	private static String type(Matcher matcher) {
		return (matcher.group("url") != null) ? "url" : (matcher.group("mention") != null) ? "mention" : "bot_command";
	}

}
