package studio.avatar.gateway.reply;

import java.io.IOException;
import java.util.List;
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
	Answer<SendResponse> send(long chatId, CardPart part) throws IOException {
		OutgoingFile picture = part.picture();
		if (picture == null) {
			SendMessage message = new SendMessage(chatId, part.words().text()).entities(part.words().entities())
				.linkPreviewOptions(noPreview());
			return call(part.keyboard().isEmpty() ? message : message.replyMarkup(keyboard(part)));
		}
		return this.files.send(picture, FileIds.Kind.PHOTO, (id) -> call(dressed(new SendPhoto(chatId, id), part)),
				(file) -> call(dressed(new SendPhoto(chatId, file.read()).fileName(file.name()), part)));
	}

	/**
	 * Sends a new message with the picture as a file, which Telegram takes in any shape.
	 * @throws IOException when its picture cannot be read
	 */
	Answer<SendResponse> sendAsFile(long chatId, CardPart part) throws IOException {
		return this.files.send(Objects.requireNonNull(part.picture()), FileIds.Kind.DOCUMENT,
				(id) -> call(dressed(new SendDocument(chatId, id), part)),
				(file) -> call(dressed(
						new SendDocument(chatId, file.read()).fileName(file.name()).contentType(file.contentType()),
						part)));
	}

	private static SendDocument dressed(SendDocument file, CardPart part) {
		file.caption(part.words().text()).captionEntities(part.words().entities());
		return part.keyboard().isEmpty() ? file : file.replyMarkup(keyboard(part));
	}

	private static SendPhoto dressed(SendPhoto photo, CardPart part) {
		photo.caption(part.words().text()).captionEntities(part.words().entities());
		return part.keyboard().isEmpty() ? photo : photo.replyMarkup(keyboard(part));
	}

	Answer<BaseResponse> editText(long chatId, long messageId, CardPart part) {
		return call(
				new EditMessageText(chatId, (int) messageId, part.words().text()).entities(part.words().entityArray())
					.linkPreviewOptions(noPreview())
					.replyMarkup(keyboard(part)));
	}

	Answer<BaseResponse> editCaption(long chatId, long messageId, CardPart part) {
		return call(new EditMessageCaption(chatId, (int) messageId).caption(part.words().text())
			.captionEntities(part.words().entityArray())
			.replyMarkup(keyboard(part)));
	}

	/**
	 * Puts another picture into a message, or the first one.
	 * @throws IOException when the picture cannot be read
	 */
	Answer<BaseResponse> editMedia(long chatId, long messageId, CardPart part) throws IOException {
		return this.files.send(Objects.requireNonNull(part.picture()), FileIds.Kind.PHOTO,
				(id) -> editMedia(chatId, messageId, part, new InputMediaPhoto(id)),
				(file) -> editMedia(chatId, messageId, part, new InputMediaPhoto(file.read()).fileName(file.name())));
	}

	private Answer<BaseResponse> editMedia(long chatId, long messageId, CardPart part, InputMediaPhoto photo) {
		photo.caption(part.words().text()).captionEntities(part.words().entityArray());
		return call(new EditMessageMedia(chatId, (int) messageId, photo).replyMarkup(keyboard(part)));
	}

	/** Takes a message away; where Telegram does not allow it any more, its buttons. */
	Answer<BaseResponse> remove(long chatId, long messageId) {
		Answer<BaseResponse> answer = call(new DeleteMessage(chatId, (int) messageId));
		return (answer instanceof Answer.Refused<BaseResponse> no && no.why() == Refusal.MESSAGE_GONE)
				? strip(chatId, messageId) : answer;
	}

	/** Takes messages away; the first that has to be tried again ends it. */
	Outcome removeAll(long chatId, List<Long> messages) {
		Outcome outcome = Outcome.Done.nothingToRemember();
		for (long message : messages) {
			outcome = Outcomes.removed(remove(chatId, message));
			if (outcome.isToRepeat()) {
				return outcome;
			}
		}
		return outcome;
	}

	/** Takes the buttons of a message away. */
	Answer<BaseResponse> strip(long chatId, long messageId) {
		return call(new EditMessageReplyMarkup(chatId, (int) messageId).replyMarkup(new InlineKeyboardMarkup()));
	}

	private <T extends BaseRequest<T, R>, R extends BaseResponse> Answer<R> call(BaseRequest<T, R> request) {
		return this.telegram.call(request);
	}

	private static InlineKeyboardMarkup keyboard(CardPart part) {
		InlineKeyboardMarkup keyboard = new InlineKeyboardMarkup();
		part.keyboard()
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
