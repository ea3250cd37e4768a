package studio.avatar.sandbox.telegram.api;

import studio.avatar.sandbox.telegram.chat.Chat;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Rooms;
import studio.avatar.sandbox.telegram.chat.Standing;

/**
 * Finds the chat and the message a call speaks of, and says no where the bot may not
 * speak.
 */
final class Targets {

	private final Contacts contacts;

	private final Rooms rooms;

	private final Chats chats;

	Targets(Contacts contacts, Rooms rooms, Chats chats) {
		this.contacts = contacts;
		this.rooms = rooms;
		this.chats = chats;
	}

	/** The chat, whether or not the bot may speak there. */
	Chat chat(Call call) {
		return chat(call, "chat_id");
	}

	/** The chat that a parameter of that name gives. */
	Chat chat(Call call, String parameter) {
		if (call.text(parameter).isEmpty()) {
			throw Refusal.badRequest(parameter + " is empty");
		}
		long id = call.number(parameter).orElse(0L);
		return this.contacts.find(id)
			.<Chat>map((contact) -> contact)
			.or(() -> this.rooms.find(id))
			.orElseThrow(() -> Refusal.badRequest("chat not found"));
	}

	/**
	 * A chat the bot may speak in.
	 * @param what what it wants to send, in Telegram's words
	 */
	Chat listener(Call call, String what) {
		Chat chat = chat(call);
		switch (chat) {
			case Contact contact -> refuseUnwilling(contact);
			case Room room -> refuseStranger(room, what);
		}
		return chat;
	}

	private static void refuseUnwilling(Contact contact) {
		if (contact.deactivated()) {
			throw Refusal.of(403, "Forbidden: user is deactivated");
		}
		if (contact.blocked()) {
			throw Refusal.of(403, "Forbidden: bot was blocked by the user");
		}
	}

	private static void refuseStranger(Room room, String what) {
		refuseGone(room);
		if (room.bot() == Standing.RESTRICTED) {
			throw Refusal.badRequest("not enough rights to send " + what + " to the chat");
		}
		if (room.kind() == Room.Kind.CHANNEL && room.bot() != Standing.ADMINISTRATOR) {
			throw Refusal.badRequest("need administrator rights in the channel chat");
		}
	}

	/** Where nobody writes any more, or the bot does not. */
	static void refuseGone(Room room) {
		if (room.migratedTo() != 0) {
			throw Refusal.migrated(room.migratedTo());
		}
		refuseOutside(room);
	}

	/** Who was thrown out or has left can do nothing at all in a room. */
	static void refuseOutside(Room room) {
		if (room.bot() == Standing.KICKED) {
			throw Refusal.of(403, "Forbidden: bot was kicked from the " + room.word() + " chat");
		}
		if (!room.bot().inside()) {
			throw Refusal.of(403, "Forbidden: bot is not a member of the " + room.word() + " chat");
		}
	}

	/** A message of the bot itself. */
	ChatMessage ownMessage(Call call) {
		Chat chat = chat(call);
		long messageId = call.number("message_id")
			.orElseThrow(() -> Refusal.badRequest("message identifier is not specified"));
		switch (chat) {
			case Contact contact when contact.deactivated() -> throw Refusal.of(403, "Forbidden: user is deactivated");
			case Contact contact -> {
			}
			case Room room -> refuseOutside(room);
		}
		ChatMessage message = this.chats.find(chat.id(), messageId)
			.orElseThrow(() -> Refusal.badRequest("message to edit not found"));
		if (!message.fromBot()) {
			throw Refusal.badRequest("message can't be edited");
		}
		return message;
	}

}
