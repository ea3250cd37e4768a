package studio.avatar.gateway.reply;

import java.time.Duration;

import studio.avatar.common.contract.Reply;

/**
 * A reply on its way to the chat.
 *
 * @param seq its place in the order of the chat
 * @param reply what the chat shall see
 * @param correlationId the update it answers
 * @param step how far it came: an album is sent before the card with its buttons
 * @param attempts calls without an answer so far
 * @param troubled for how long calls have had no answer; zero when none was made
 * @param unwanted the bot may say nothing in this chat
 * @param urgency of the most urgent that waits in its chat: what stands before an answer
 * is waited for, too
 * @param peace how long Telegram still wants nothing in this chat
 */
record Delivery(long seq, long chatId, Reply reply, String correlationId, int step, int attempts, Duration troubled,
		boolean unwanted, Urgency urgency, Duration peace) {

	/** The step of one that Telegram does not take as it is. */
	static final int PLAIN = -1;

	/**
	 * What is wanted is in the chat; what stood in its place is still to be taken away.
	 */
	static final int CLEARING = 1_000;

	/** It comes in plain words now, since Telegram did not take it. */
	boolean plain() {
		return this.step == PLAIN;
	}

	/**
	 * Somebody waits for it who would otherwise see nothing. In a group there is no menu
	 * to be shown the way to.
	 */
	boolean isWorthPlainWords() {
		return !plain() && this.step != CLEARING && this.chatId > 0 && this.urgency == Urgency.ANSWER
				&& PlainWords.fit(this.reply);
	}

	/** The card it shows; empty when it is none. */
	static String cardOf(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> show.card();
			case Reply.UpdateCard update -> update.card();
			case Reply.RemoveCard remove -> remove.card();
			case Reply.ShowPictures pictures -> pictures.card();
			case Reply.ShowToast toast -> "";
			case Reply.SendFile file -> "";
			case Reply.ShowActivity activity -> "";
			case Reply.Unrecognized newer -> "";
		};
	}

	/** It counts only while nothing newer waits for the same card. */
	static boolean isProgress(Reply reply) {
		return reply instanceof Reply.UpdateCard update && update.progress();
	}

	/** It is worth something only now, and overtakes what waits. */
	static boolean isHurried(Reply reply) {
		return reply instanceof Reply.ShowToast || reply instanceof Reply.ShowActivity;
	}

}
