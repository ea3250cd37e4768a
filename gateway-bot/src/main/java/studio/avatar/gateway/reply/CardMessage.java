package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;

/**
 * A message that shows a card.
 *
 * @param picture SHA-256 of its picture; absent for a text message
 * @param stays it is a picture the person was given, and never becomes another screen
 */
record CardMessage(long chatId, long messageId, String card, Kind kind, @Nullable String picture, boolean stays) {

	/** The same message as another screen. */
	CardMessage as(String name) {
		return new CardMessage(this.chatId, this.messageId, name, this.kind, this.picture, this.stays);
	}

	/** Telegram cannot turn a photo message into a text message. */
	enum Kind {

		TEXT, PHOTO

	}

}
