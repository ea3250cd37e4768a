package studio.avatar.sandbox.telegram.chat;

import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one bot of this Telegram.
 *
 * @param id what stands before the colon of its token
 */
public record Bot(long id, String name) {

	/**
	 * The bot a token belongs to.
	 * @throws IllegalArgumentException when the token does not look like
	 * {@code 12345:abc}
	 */
	public static Bot of(String token, String name) {
		if (!token.matches("\\d{1,18}:[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("a bot token is digits, a colon and letters");
		}
		return new Bot(Long.parseLong(token.substring(0, token.indexOf(':'))), name);
	}

	/** User name as people type it; bots end in {@code bot}. */
	public String username() {
		return this.name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "") + "_bot";
	}

	/** As Bot API {@code User}. */
	public ObjectNode user() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("id", this.id)
			.put("is_bot", true)
			.put("first_name", this.name)
			.put("username", username());
	}

}
