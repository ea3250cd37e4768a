package studio.avatar.sandbox.telegram.person;

import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.update.Updates;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into a chat what the bot hears of: message and update in one step, so that updates
 * keep the order of the chat.
 */
public final class Speech {

	private final ChangeLog log;

	private final Chats chats;

	private final Updates updates;

	public Speech(ChangeLog log, Chats chats, Updates updates) {
		this.log = log;
		this.chats = chats;
		this.updates = updates;
	}

	/**
	 * Changes of the chats, the updates and what is only touched with them, that count
	 * together or not at all; nobody sees them before they are written down.
	 */
	public synchronized void together(Runnable changes) {
		synchronized (this.chats) {
			synchronized (this.updates) {
				this.log.together(changes);
			}
		}
	}

	/** The person says something. */
	public synchronized void say(Contact contact, ObjectNode content) {
		tell(this.chats.addFromPerson(contact, content));
	}

	/** The bot did something that it is told about all the same. */
	public synchronized void announce(Chat chat, ObjectNode content) {
		tell(this.chats.addFromBot(chat, content));
	}

	/**
	 * A person says something in a room.
	 * @param heard whether the bot is told
	 */
	synchronized ChatMessage say(Room room, Contact person, ObjectNode content, boolean heard) {
		ChatMessage message = this.chats.addFromPerson(room, person, content);
		if (heard) {
			tell(message);
		}
		return message;
	}

	/** The person changes what they have said. */
	synchronized void edit(ChatMessage old, ObjectNode json) {
		this.updates.add("edited_message", this.chats.replace(old, json).json());
	}

	private void tell(ChatMessage message) {
		String type = message.json().has("from") ? "message" : "channel_post";
		this.updates.add(type, message.json());
	}

}
