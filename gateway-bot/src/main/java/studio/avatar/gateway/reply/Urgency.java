package studio.avatar.gateway.reply;

/**
 * Who goes first when all chats together are near what Telegram allows. Within one chat
 * the order is kept: what an answer waits behind is as urgent as the answer.
 */
public enum Urgency {

	/** Somebody looks at the chat and waits: it follows from what they just did. */
	ANSWER,

	/** News of work that went on without them, and its progress. */
	NOTICE,

	/** To everybody, whenever nothing else is to be said. */
	BROADCAST;

	/** The delivery under way, for whoever needs a turn to bring it. */
	static final ScopedValue<Urgency> UNDER_WAY = ScopedValue.newInstance();

	static Urgency of(int ordinal) {
		return values()[ordinal];
	}

}
