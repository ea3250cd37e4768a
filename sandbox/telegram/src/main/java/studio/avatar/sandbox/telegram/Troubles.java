package studio.avatar.sandbox.telegram;

import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.fault.ChatTroubles;
import studio.avatar.sandbox.telegram.person.PersonActs;
import studio.avatar.sandbox.telegram.update.Updates;

/**
 * Makes the troubles that lie in chats and updates.
 */
record Troubles(Contacts contacts, PersonActs acts, Updates updates) implements ChatTroubles {

	@Override
	public void block(long chatId) {
		this.acts.block(chatId, true);
	}

	@Override
	public void unblock(long chatId) {
		this.acts.block(chatId, false);
	}

	@Override
	public void deactivate(long chatId) {
		this.contacts.deactivate(chatId);
	}

	@Override
	public void duplicateNextUpdate() {
		this.updates.duplicateNext();
	}

}
