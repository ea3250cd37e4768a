package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;

/**
 * A message that shows a card.
 *
 * @param picture SHA-256 of its picture; absent for a text message
 */
record CardMessage(long chatId, long messageId, String card, Kind kind, @Nullable String picture) {

	/** Telegram cannot turn a photo message into a text message. */
	enum Kind {

		TEXT, PHOTO

	}

}
