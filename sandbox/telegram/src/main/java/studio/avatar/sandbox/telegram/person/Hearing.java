package studio.avatar.sandbox.telegram.person;

import java.util.Locale;
import java.util.Optional;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot in privacy mode hears in a room: commands that are not for another bot, its
 * name, answers to what it said; as an administrator, and in a channel, everything.
 */
record Hearing(Bot bot, Room room) {

	boolean hears(ObjectNode content, Optional<ChatMessage> answered) {
		if (!this.room.bot().inside()) {
			return false;
		}
		return this.room.kind() == Room.Kind.CHANNEL || this.room.bot() == Standing.ADMINISTRATOR
				|| answered.filter(ChatMessage::fromBot).isPresent() || addressed(content);
	}

	private boolean addressed(ObjectNode content) {
		String text = content.path("text").asString("");
		return content.path("entities").valueStream().anyMatch((entity) -> isForMe(text, entity));
	}

	private boolean isForMe(String text, JsonNode entity) {
		int from = entity.path("offset").asInt();
		String words = text.substring(from, from + entity.path("length").asInt()).toLowerCase(Locale.ROOT);
		boolean named = words.endsWith("@" + this.bot.username());
		return switch (entity.path("type").asString("")) {
			case "bot_command" -> named || !words.contains("@");
			case "mention" -> named;
			default -> false;
		};
	}

}
