package studio.avatar.sandbox.telegram.chat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person with a private chat with the bot.
 *
 * @param id Telegram {@code User.id} and {@code Chat.id} at once, above 0
 * @param languageCode IETF language tag of the person's app
 * @param blocked the person has blocked the bot
 * @param deactivated the person has deleted the account
 */
public record Contact(long id, String firstName, String languageCode, boolean blocked,
		boolean deactivated) implements Chat {

	public Contact {
		if (id < 1 || firstName.isBlank()) {
			throw new IllegalArgumentException("a person needs an id above 0 and a first name");
		}
	}

	static Contact of(JsonNode change) {
		return new Contact(change.path("id").asLong(), change.path("firstName").asString(),
				change.path("languageCode").asString(), change.path("blocked").asBoolean(false),
				change.path("deactivated").asBoolean(false));
	}

	Contact withBlocked(boolean blocked) {
		return new Contact(this.id, this.firstName, this.languageCode, blocked, this.deactivated);
	}

	Contact withDeactivated() {
		return new Contact(this.id, this.firstName, this.languageCode, this.blocked, true);
	}

	/** As Bot API {@code User}. */
	public ObjectNode user() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("id", this.id)
			.put("is_bot", false)
			.put("first_name", this.firstName)
			.put("language_code", this.languageCode);
	}

	@Override
	public ObjectNode chat() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("id", this.id)
			.put("first_name", this.firstName)
			.put("type", "private");
	}

}
