package studio.avatar.sandbox.provider.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * What a completion is asked for.
 *
 * @param orders everything the system messages say, in small letters
 * @param text the last message of the user; when it marks the prompt with
 * {@code <prompt>} tags, what is between them
 * @param images addresses of the pictures in it
 */
record Conversation(String orders, String text, List<String> images) {

	private static final Pattern MARKED = Pattern.compile("(?s)<(prompt|text)>(.*?)</\\1>");

	static Conversation of(JsonNode messages) throws Refused {
		if (!messages.isArray() || messages.isEmpty()) {
			throw new Refused(400, "invalid_value", "'messages' must be a list with at least one message");
		}
		StringBuilder orders = new StringBuilder();
		Optional<JsonNode> user = Optional.empty();
		for (JsonNode message : messages) {
			switch (message.path("role").asString("")) {
				case "system", "developer" -> orders.append(words(message.path("content"))).append('\n');
				case "user" -> user = Optional.of(message.path("content"));
				case "assistant" -> {
				}
				default -> throw new Refused(400, "invalid_value", "a message has an unknown role");
			}
		}
		JsonNode last = user.orElseThrow(() -> new Refused(400, "invalid_value", "there is no message of the user"));
		return new Conversation(orders.toString().toLowerCase(Locale.ROOT), marked(words(last)), images(last));
	}

	private static String marked(String text) {
		Matcher marked = MARKED.matcher(text);
		return marked.find() ? marked.group(2).strip() : text.strip();
	}

	private static String words(JsonNode content) {
		if (content.isString()) {
			return content.asString();
		}
		List<String> words = new ArrayList<>();
		content.forEach((part) -> words.add(part.path("text").asString("")));
		return String.join(" ", words);
	}

	private static List<String> images(JsonNode content) {
		List<String> images = new ArrayList<>();
		content.forEach((part) -> {
			if (part.path("type").asString("").equals("image_url")) {
				images.add(part.path("image_url").path("url").asString(""));
			}
		});
		return images;
	}

}
