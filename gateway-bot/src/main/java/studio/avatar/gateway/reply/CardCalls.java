package studio.avatar.gateway.reply;

import java.io.IOException;
import java.util.Objects;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.EditMessageCaption;
import com.pengrad.telegrambot.request.EditMessageMedia;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/** The calls that a card can take, whoever sends a new message has taken its turn. */
@Component
class CardCalls {

	private final TelegramApi telegram;

	private final KnownFiles files;

	CardCalls(TelegramApi telegram, KnownFiles files) {
		this.telegram = telegram;
		this.files = files;
	}

	/**
	 * Sends a new message.
	 * @throws IOException when its picture cannot be read
	 */
	Answer<SendResponse> send(long chatId, Card content) throws IOException {
		MediaRef picture = content.picture();
		if (picture == null) {
			Rendered text = Rendered.of(content.text(), Rendered.TEXT);
			SendMessage message = new SendMessage(chatId, text.text()).entities(text.entities())
				.linkPreviewOptions(noPreview());
			return call(content.keyboard().isEmpty() ? message : message.replyMarkup(keyboard(content)));
		}
		return this.files.send(picture, FileIds.Kind.PHOTO, (id) -> call(dressed(new SendPhoto(chatId, id), content)),
				(bytes) -> call(dressed(new SendPhoto(chatId, bytes).fileName(KnownFiles.nameOf(picture)), content)));
	}

	/**
	 * Sends a new message with the picture as a file, which Telegram takes in any shape.
	 * @throws IOException when its picture cannot be read
	 */
	Answer<SendResponse> sendAsFile(long chatId, Card content) throws IOException {
		MediaRef picture = Objects.requireNonNull(content.picture());
		return this.files.send(picture, FileIds.Kind.DOCUMENT,
				(id) -> call(dressed(new SendDocument(chatId, id), content)),
				(bytes) -> call(dressed(new SendDocument(chatId, bytes).fileName(KnownFiles.nameOf(picture))
					.contentType(picture.contentType()), content)));
	}

	private static SendDocument dressed(SendDocument file, Card content) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		file.caption(caption.text()).captionEntities(caption.entities());
		return content.keyboard().isEmpty() ? file : file.replyMarkup(keyboard(content));
	}

	private static SendPhoto dressed(SendPhoto photo, Card content) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		photo.caption(caption.text()).captionEntities(caption.entities());
		return content.keyboard().isEmpty() ? photo : photo.replyMarkup(keyboard(content));
	}

	Answer<BaseResponse> editText(long chatId, long messageId, Card content) {
		Rendered text = Rendered.of(content.text(), Rendered.TEXT);
		return call(new EditMessageText(chatId, (int) messageId, text.text()).entities(text.entityArray())
			.linkPreviewOptions(noPreview())
			.replyMarkup(keyboard(content)));
	}

	Answer<BaseResponse> editCaption(long chatId, long messageId, Card content) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		return call(new EditMessageCaption(chatId, (int) messageId).caption(caption.text())
			.captionEntities(caption.entityArray())
			.replyMarkup(keyboard(content)));
	}

	/**
	 * Puts another picture into a message, or the first one.
	 * @throws IOException when the picture cannot be read
	 */
	Answer<BaseResponse> editMedia(long chatId, long messageId, Card content) throws IOException {
		MediaRef picture = Objects.requireNonNull(content.picture());
		return this.files.send(picture, FileIds.Kind.PHOTO,
				(id) -> editMedia(chatId, messageId, content, new InputMediaPhoto(id)), (bytes) -> editMedia(chatId,
						messageId, content, new InputMediaPhoto(bytes).fileName(KnownFiles.nameOf(picture))));
	}

	private Answer<BaseResponse> editMedia(long chatId, long messageId, Card content, InputMediaPhoto photo) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		photo.caption(caption.text()).captionEntities(caption.entityArray());
		return call(new EditMessageMedia(chatId, (int) messageId, photo).replyMarkup(keyboard(content)));
	}

	/** Takes a message away; where Telegram does not allow it any more, its buttons. */
	Answer<BaseResponse> remove(long chatId, long messageId) {
		Answer<BaseResponse> answer = call(new DeleteMessage(chatId, (int) messageId));
		return (answer instanceof Answer.Refused<BaseResponse> no && no.why() == Refusal.MESSAGE_GONE)
				? strip(chatId, messageId) : answer;
	}

	/** Takes the buttons of a message away. */
	Answer<BaseResponse> strip(long chatId, long messageId) {
		return call(new EditMessageReplyMarkup(chatId, (int) messageId).replyMarkup(new InlineKeyboardMarkup()));
	}

	private <T extends BaseRequest<T, R>, R extends BaseResponse> Answer<R> call(BaseRequest<T, R> request) {
		return this.telegram.call(request);
	}

	private static InlineKeyboardMarkup keyboard(Card content) {
		InlineKeyboardMarkup keyboard = new InlineKeyboardMarkup();
		content.keyboard()
			.forEach(
					(row) -> keyboard.addRow(row.stream().map(CardCalls::button).toArray(InlineKeyboardButton[]::new)));
		return keyboard;
	}

	private static InlineKeyboardButton button(Button button) {
		InlineKeyboardButton labelled = new InlineKeyboardButton(button.label());
		return (button.link() != null) ? labelled.url(button.link()) : labelled.callbackData(button.action());
	}

	private static LinkPreviewOptions noPreview() {
		return new LinkPreviewOptions().isDisabled(true);
	}

}
