package studio.avatar.sandbox.telegram.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message as it stands now.
 *
 * @param json the Bot API {@code Message}; never changed, only replaced
 * @param fromBot whether the bot sent it
 * @param editions how often it was edited
 * @param bill what an invoice keeps to itself; absent for any other message
 */
public record ChatMessage(ObjectNode json, boolean fromBot, int editions, @Nullable Bill bill) {

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
		ObjectNode view = plain();
		if (this.bill != null && view.path("invoice") instanceof ObjectNode invoice) {
			this.bill.show(invoice);
		}
		return view;
	}

	private ObjectNode plain() {
		return this.json.deepCopy().put("from_bot", this.fromBot).put("editions", this.editions);
	}

	/** All that must survive a restart. */
	ObjectNode asChange() {
		ObjectNode change = plain();
		return (this.bill != null) ? (ObjectNode) change.set("bill", this.bill.asChange()) : change;
	}

	/** Reads what {@link #asChange} wrote. */
	static ChatMessage of(ObjectNode change) {
		boolean fromBot = change.remove("from_bot").asBoolean();
		int editions = change.remove("editions").asInt();
		Bill bill = (change.remove("bill") instanceof ObjectNode kept) ? Bill.of(kept) : null;
		return new ChatMessage(change, fromBot, editions, bill);
	}

}
