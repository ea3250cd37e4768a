package studio.avatar.sandbox.telegram.chat;

import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat of several: a group, a supergroup or a channel.
 *
 * @param id Telegram {@code Chat.id}, below 0
 * @param owner who made it
 * @param bot what the bot is in it
 * @param migratedTo the supergroup that took the place of a group; 0 while it stands
 */
public record Room(long id, Kind kind, String title, long owner, Standing bot, long migratedTo) implements Chat {

	/** What kind of room. */
	public enum Kind {

		/** A small group. */
		GROUP,
		/** A group that has grown. */
		SUPERGROUP,
		/** Only administrators speak. */
		CHANNEL;

		/** Reads Telegram's word for it. */
		public static Kind of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

	public Room {
		if (id >= 0 || title.isBlank()) {
			throw new IllegalArgumentException("a room needs an id below 0 and a title");
		}
	}

	Room withBot(Standing bot) {
		return new Room(this.id, this.kind, this.title, this.owner, bot, this.migratedTo);
	}

	Room migrated(long to) {
		return new Room(this.id, this.kind, this.title, this.owner, this.bot, to);
	}

	/** Telegram's word for its kind. */
	public String word() {
		return this.kind.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public ObjectNode chat() {
		return JsonMapper.shared().createObjectNode().put("id", this.id).put("title", this.title).put("type", word());
	}

}
