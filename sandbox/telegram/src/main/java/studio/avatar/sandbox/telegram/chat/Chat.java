package studio.avatar.sandbox.telegram.chat;

import tools.jackson.databind.node.ObjectNode;

/**
 * Where messages stand: with one person, or in a room with several.
 */
public sealed interface Chat permits Contact, Room {

	/** Telegram {@code Chat.id}; below 0 for a room. */
	long id();

	/** As Bot API {@code Chat}. */
	ObjectNode chat();

}
