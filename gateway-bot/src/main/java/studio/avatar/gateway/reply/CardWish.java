package studio.avatar.gateway.reply;

import studio.avatar.common.contract.Card;

/**
 * A card that shall be in a chat.
 *
 * @param name of the screen within the chat
 * @param progress a message that is gone is not worth a new one
 * @param stays it is a picture the person was given
 */
record CardWish(long chatId, String name, Card content, boolean progress, boolean stays) {

	static CardWish screen(long chatId, String name, Card content) {
		return new CardWish(chatId, name, content, false, false);
	}

	static CardWish progress(long chatId, String name, Card content, boolean progress) {
		return new CardWish(chatId, name, content, progress, false);
	}

	static CardWish picture(long chatId, String name, Card content) {
		return new CardWish(chatId, name, content, false, content.picture() != null);
	}

	boolean hasWords() {
		return !this.content.text().text().isBlank();
	}

	CardWish withoutPicture() {
		return new CardWish(this.chatId, this.name, new Card(this.content.text(), null, this.content.keyboard()),
				this.progress, false);
	}

}
