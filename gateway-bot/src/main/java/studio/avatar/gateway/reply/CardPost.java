package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.EditMessageCaption;
import com.pengrad.telegrambot.request.EditMessageMedia;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.gateway.reply.CardMessage.Kind;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Brings one card into a chat as decided, and falls back to a new message where Telegram
 * does not let the old one become it. Longer than others: the ways a card takes are read
 * together.
 */
@Component
class CardPost {

	private static final Logger log = LoggerFactory.getLogger(CardPost.class);

	private final TelegramApi telegram;

	private final KnownFiles files;

	private final ChatPace pace;

	CardPost(TelegramApi telegram, KnownFiles files, ChatPace pace) {
		this.telegram = telegram;
		this.files = files;
		this.pace = pace;
	}

	/**
	 * Brings it there.
	 * @param progress a message that is gone is not worth a new one
	 */
	Outcome post(long chatId, String card, Card content, CardDecision decision, boolean progress) {
		try {
			return bring(chatId, card, content, decision, progress);
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("chatId", chatId).setCause(ex).log("Card goes without its picture");
			return withoutPicture(chatId, card, content, decision, progress);
		}
	}

	private Outcome withoutPicture(long chatId, String card, Card content, CardDecision decision, boolean progress) {
		if (content.text().text().isBlank()) {
			return new Outcome.Failed("its picture is not in the store, and there is no text");
		}
		Card bare = new Card(content.text(), null, content.keyboard());
		CardDecision send = (decision instanceof CardDecision.EditMedia(long messageId))
				? new CardDecision.Replace(messageId) : decision;
		try {
			return bring(chatId, card, bare, send, progress);
		}
		catch (IOException ex) {
			throw new IllegalStateException("a text needs no file", ex);
		}
	}

	private Outcome bring(long chatId, String card, Card content, CardDecision decision, boolean progress)
			throws IOException {
		return switch (decision) {
			case CardDecision.Send send -> sendInTurn(chatId, card, content);
			case CardDecision.Replace(long old) ->
				andThen(sendInTurn(chatId, card, content), old, () -> remove(chatId, old));
			case CardDecision.SendAndStrip(long old) ->
				andThen(sendInTurn(chatId, card, content), null, () -> strip(chatId, old));
			case CardDecision.Nothing nothing -> Outcome.Done.nothingToRemember();
			case CardDecision.EditText(long id) ->
				edited(chatId, card, content, id, progress, editText(chatId, id, content));
			case CardDecision.EditCaption(long id) ->
				edited(chatId, card, content, id, progress, editCaption(chatId, id, content));
			case CardDecision.EditMedia(long id) ->
				edited(chatId, card, content, id, progress, editMedia(chatId, id, content));
		};
	}

	private Outcome edited(long chatId, String card, Card content, long messageId, boolean progress,
			Answer<? extends BaseResponse> answer) throws IOException {
		return switch (answer) {
			case Answer.Done<? extends BaseResponse>(BaseResponse done) ->
				shows(chatId, messageId, card, content, (done instanceof SendResponse sent) ? sent.message() : null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.NOT_MODIFIED ->
				shows(chatId, messageId, card, content, null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.MESSAGE_GONE ->
				andThen(bring(chatId, card, content, CardDecision.gone(progress), progress), messageId, () -> {
				});
			case Answer<? extends BaseResponse> other -> Outcomes.notDone(other);
		};
	}

	private Outcome sendInTurn(long chatId, String card, Card content) throws IOException {
		Duration missing = this.pace.untilNewMessage(chatId);
		return missing.isZero() ? sent(chatId, card, content, send(chatId, content)) : new Outcome.TooEarly(missing);
	}

	private Outcome sent(long chatId, String card, Card content, Answer<SendResponse> answer) {
		return switch (answer) {
			case Answer.Done<SendResponse>(SendResponse done) ->
				shows(chatId, done.message().messageId(), card, content, done.message());
			case Answer<SendResponse> other -> Outcomes.notDone(other);
		};
	}

	private Answer<SendResponse> send(long chatId, Card content) throws IOException {
		MediaRef picture = content.picture();
		if (picture == null) {
			Rendered text = Rendered.of(content.text(), Rendered.TEXT);
			SendMessage message = new SendMessage(chatId, text.text()).entities(text.entities())
				.linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
			return call(content.keyboard().isEmpty() ? message : message.replyMarkup(keyboard(content)));
		}
		return this.files.send(picture, FileIds.Kind.PHOTO, (id) -> call(dressed(new SendPhoto(chatId, id), content)),
				(bytes) -> call(dressed(new SendPhoto(chatId, bytes).fileName(KnownFiles.nameOf(picture)), content)));
	}

	private static SendPhoto dressed(SendPhoto photo, Card content) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		photo.caption(caption.text()).captionEntities(caption.entities());
		return content.keyboard().isEmpty() ? photo : photo.replyMarkup(keyboard(content));
	}

	private Answer<BaseResponse> editText(long chatId, long messageId, Card content) {
		Rendered text = Rendered.of(content.text(), Rendered.TEXT);
		return call(new EditMessageText(chatId, (int) messageId, text.text()).entities(text.entityArray())
			.linkPreviewOptions(new LinkPreviewOptions().isDisabled(true))
			.replyMarkup(keyboard(content)));
	}

	private Answer<BaseResponse> editCaption(long chatId, long messageId, Card content) {
		Rendered caption = Rendered.of(content.text(), Rendered.CAPTION);
		return call(new EditMessageCaption(chatId, (int) messageId).caption(caption.text())
			.captionEntities(caption.entityArray())
			.replyMarkup(keyboard(content)));
	}

	private Answer<BaseResponse> editMedia(long chatId, long messageId, Card content) throws IOException {
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

	private Answer<BaseResponse> strip(long chatId, long messageId) {
		return call(new EditMessageReplyMarkup(chatId, (int) messageId).replyMarkup(new InlineKeyboardMarkup()));
	}

	private <T extends com.pengrad.telegrambot.request.BaseRequest<T, R>, R extends BaseResponse> Answer<R> call(
			com.pengrad.telegrambot.request.BaseRequest<T, R> request) {
		this.pace.overallTurn();
		return this.telegram.call(request);
	}

	private static Outcome shows(long chatId, long messageId, String card, Card content, @Nullable Message message) {
		MediaRef picture = content.picture();
		CardMessage shown = new CardMessage(chatId, messageId, card, (picture != null) ? Kind.PHOTO : Kind.TEXT,
				(picture != null) ? picture.sha256() : null);
		Outcome.FileId file = (picture != null) ? KnownFiles.photoOf(message, picture) : null;
		return new Outcome.Done(List.of(shown), List.of(), (file != null) ? List.of(file) : List.of());
	}

	/**
	 * What is wanted is there; now the old message, for which a failure does not matter.
	 */
	private static Outcome andThen(Outcome outcome, @Nullable Long gone, Runnable aftermath) {
		if (!(outcome instanceof Outcome.Done done)) {
			return outcome;
		}
		aftermath.run();
		return new Outcome.Done(done.shown(), (gone != null) ? List.of(gone) : List.of(), done.files());
	}

	private static InlineKeyboardMarkup keyboard(Card content) {
		InlineKeyboardMarkup keyboard = new InlineKeyboardMarkup();
		content.keyboard()
			.forEach((row) -> keyboard.addRow(row.stream()
				.map((button) -> new InlineKeyboardButton(button.label()).callbackData(button.action()))
				.toArray(InlineKeyboardButton[]::new)));
		return keyboard;
	}

}
