package studio.avatar.gateway.reply;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A message that shows a card; the last one of it, with the buttons, when the card is
 * several.
 *
 * @param picture SHA-256 of the card's picture, which its first message has; absent when
 * it has none
 * @param stays it is a picture the person was given, and never becomes another screen
 * @param earlier the card's messages before this one, in order
 * @param whole all of the card is in the chat
 */
record CardMessage(long chatId, long messageId, String card, Kind kind, @Nullable String picture, boolean stays,
		List<Long> earlier, boolean whole) {

	CardMessage {
		earlier = List.copyOf(earlier);
	}

	/** The same messages as another screen. */
	CardMessage as(String name) {
		return new CardMessage(this.chatId, this.messageId, name, this.kind, this.picture, this.stays, this.earlier,
				this.whole);
	}

	/** All messages of the card, in order. */
	List<Long> all() {
		return Stream.concat(this.earlier.stream(), Stream.of(this.messageId)).toList();
	}

	/** Telegram cannot turn a photo message into a text message. */
	enum Kind {

		TEXT, PHOTO

	}

}
