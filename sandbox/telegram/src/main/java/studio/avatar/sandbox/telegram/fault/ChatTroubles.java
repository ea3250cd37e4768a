package studio.avatar.sandbox.telegram.fault;

/**
 * Troubles that lie in the chats and updates rather than in one call.
 */
public interface ChatTroubles {

	void block(long chatId);

	void unblock(long chatId);

	void deactivate(long chatId);

	void duplicateNextUpdate();

}
