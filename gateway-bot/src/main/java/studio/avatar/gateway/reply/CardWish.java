package studio.avatar.gateway.reply;

import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.gateway.reply.CardMessage.Kind;

/**
 * A card that shall be in a chat.
 *
 * @param name of the screen within the chat
 * @param words one for each message that it takes
 * @param picture shown by the first of them
 * @param progress a message that is gone is not worth a new one
 * @param stays it is a picture the person was given
 * @param fitsCaption its words could all stand under a picture
 * @param sent messages of it that a delivery has sent already, in order
 */
record CardWish(long chatId, String name, List<Rendered> words, @Nullable OutgoingFile picture,
		List<List<Button>> keyboard, boolean progress, boolean stays, boolean fitsCaption, List<Long> sent) {

	static CardWish of(long chatId, String name, Card content, @Nullable OutgoingFile picture) {
		int first = (picture != null) ? Rendered.CAPTION : Rendered.TEXT;
		return new CardWish(chatId, name, Rendered.parts(content.text(), first, Rendered.TEXT), picture,
				KeyboardRows.fit(content.keyboard()), false, false, Rendered.fitsCaption(content.text()), List.of());
	}

	CardWish asProgress(boolean yes) {
		return new CardWish(this.chatId, this.name, this.words, this.picture, this.keyboard, yes, this.stays,
				this.fitsCaption, this.sent);
	}

	CardWish toStay() {
		return new CardWish(this.chatId, this.name, this.words, this.picture, this.keyboard, this.progress,
				this.picture != null, this.fitsCaption, this.sent);
	}

	CardWish goingOnAfter(List<Long> messages) {
		return new CardWish(this.chatId, this.name, this.words, this.picture, this.keyboard, this.progress, this.stays,
				this.fitsCaption, messages);
	}

	/** The same words in the same messages. */
	CardWish withoutPicture() {
		return new CardWish(this.chatId, this.name, this.words, null, this.keyboard, this.progress, false,
				this.fitsCaption, this.sent);
	}

	boolean hasWords() {
		return !this.words.getFirst().text().isEmpty();
	}

	/** What decides how it gets into the chat. */
	CardShape shape() {
		return new CardShape((this.picture != null) ? this.picture.fingerprint() : null, this.words.size(),
				this.fitsCaption);
	}

	CardPart part(int number) {
		return new CardPart(this.words.get(number), (number == 0) ? this.picture : null,
				isLast(number) ? this.keyboard : List.of());
	}

	/** The one that is to be sent now. */
	CardPart next() {
		return part(this.sent.size());
	}

	private boolean isLast(int number) {
		return number == this.words.size() - 1;
	}

	/** The card as it is in the chat once these messages show it. */
	CardMessage shownBy(List<Long> messages) {
		boolean photo = this.picture != null && this.words.size() == 1;
		return new CardMessage(this.chatId, messages.getLast(), this.name, photo ? Kind.PHOTO : Kind.TEXT, seen(),
				this.stays, messages.subList(0, messages.size() - 1), messages.size() == this.words.size());
	}

	/** What does not last shall be taken for another picture the next time. */
	private @Nullable String seen() {
		if (this.picture == null) {
			return null;
		}
		return this.picture.lasts() ? this.picture.fingerprint() : "";
	}

}
