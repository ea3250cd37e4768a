package studio.avatar.sandbox.telegram.chat;

import tools.jackson.databind.node.ObjectNode;

/**
 * One message as it stands now.
 *
 * @param json the Bot API {@code Message}; never changed, only replaced
 * @param fromBot whether the bot sent it
 * @param editions how often it was edited
 */
public record ChatMessage(ObjectNode json, boolean fromBot, int editions) {

	/** Number of the message; rises over all chats, as in Telegram's private chats. */
	public long messageId() {
		return this.json.path("message_id").asLong();
	}

	/** The chat it stands in. */
	public long chatId() {
		return this.json.path("chat").path("id").asLong();
	}

	/** When it was sent, Unix seconds. */
	public long date() {
		return this.json.path("date").asLong();
	}

	/**
	 * The message with all it says here, for the web chat and for people in other
	 * processes.
	 */
	public ObjectNode view() {
		return this.json.deepCopy().put("from_bot", this.fromBot).put("editions", this.editions);
	}

}
