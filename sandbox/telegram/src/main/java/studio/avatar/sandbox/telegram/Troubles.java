package studio.avatar.sandbox.telegram;

import studio.avatar.sandbox.telegram.fault.ChatTroubles;
import studio.avatar.sandbox.telegram.world.World;

/**
 * Makes the troubles that lie in chats and updates.
 */
record Troubles(World world) implements ChatTroubles {

	@Override
	public void block(long chatId) {
		this.world.acts().block(chatId, true);
	}

	@Override
	public void unblock(long chatId) {
		this.world.acts().block(chatId, false);
	}

	@Override
	public void deactivate(long chatId) {
		this.world.contacts().deactivate(chatId);
	}

	@Override
	public void duplicateNextUpdate() {
		this.world.updates().duplicateNext();
	}

	@Override
	public void hold(long chatId) {
		this.world.updates().hold(chatId);
	}

	@Override
	public void release(long chatId) {
		this.world.updates().release(chatId);
	}

	@Override
	public void forgetFile(String fileId) {
		this.world.files().forget(fileId);
	}

	@Override
	public void cutWebhook(boolean cut) {
		this.world.webhooks().cut(cut);
	}

}
