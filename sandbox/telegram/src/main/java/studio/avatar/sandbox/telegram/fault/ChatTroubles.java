package studio.avatar.sandbox.telegram.fault;

/**
 * Troubles that lie in the chats and updates rather than in one call.
 */
public interface ChatTroubles {

	/** The person of that chat blocks the bot. */
	void block(long chatId);

	/** The person of that chat lets the bot speak again. */
	void unblock(long chatId);

	/** The person of that chat deletes the account, for good. */
	void deactivate(long chatId);

	/** The next new update comes once more after it was confirmed. */
	void duplicateNextUpdate();

	/**
	 * What happens in that chat is told to the bot only after {@link #release}: late, and
	 * after what happened in other chats meanwhile.
	 */
	void hold(long chatId);

	/** What was held back in that chat comes now, in its order. */
	void release(long chatId);

	/** From now on that file id means nothing to Telegram; people still see the file. */
	void forgetFile(String fileId);

	/** Updates do not reach the webhook, or reach it again. */
	void cutWebhook(boolean cut);

}
