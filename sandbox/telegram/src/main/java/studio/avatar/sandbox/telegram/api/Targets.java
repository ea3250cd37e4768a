package studio.avatar.sandbox.telegram.api;

import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;

/**
 * Finds the chat and the message a call speaks of.
 */
final class Targets {

	private final Contacts contacts;

	private final Chats chats;

	Targets(Contacts contacts, Chats chats) {
		this.contacts = contacts;
		this.chats = chats;
	}

	/** The chat, whether or not its person wants to hear from the bot. */
	Contact chat(Call call) {
		if (call.text("chat_id").isEmpty()) {
			throw Refusal.badRequest("chat_id is empty");
		}
		return call.number("chat_id")
			.flatMap(this.contacts::find)
			.orElseThrow(() -> Refusal.badRequest("chat not found"));
	}

	/** The chat of somebody who has not blocked the bot. */
	Contact listener(Call call) {
		Contact contact = chat(call);
		if (contact.blocked()) {
			throw Refusal.of(403, "Forbidden: bot was blocked by the user");
		}
		return contact;
	}

	/** A message of the bot itself. */
	ChatMessage ownMessage(Call call) {
		Contact contact = chat(call);
		long messageId = call.number("message_id")
			.orElseThrow(() -> Refusal.badRequest("message identifier is not specified"));
		ChatMessage message = this.chats.find(contact.id(), messageId)
			.orElseThrow(() -> Refusal.badRequest("message to edit not found"));
		if (!message.fromBot()) {
			throw Refusal.badRequest("message can't be edited");
		}
		return message;
	}

}
