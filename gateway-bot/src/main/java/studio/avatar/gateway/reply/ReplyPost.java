package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.pengrad.telegrambot.model.request.ChatAction;
import com.pengrad.telegrambot.request.SendChatAction;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Reply;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/** Brings one reply into its chat, outside of any transaction. */
@Component
class ReplyPost {

	private final TelegramApi telegram;

	private final CardMessages messages;

	private final CardPictures cardPictures;

	private final CardPost cards;

	private final PicturesPost pictures;

	private final FilePost files;

	private final CardCalls calls;

	private final PressAnswers presses;

	private final PlainWords plain;

	private final ChatPace pace;

	ReplyPost(TelegramApi telegram, CardMessages messages, CardPictures cardPictures, CardPost cards,
			PicturesPost pictures, FilePost files, CardCalls calls, PressAnswers presses, PlainWords plain,
			ChatPace pace) {
		this.telegram = telegram;
		this.messages = messages;
		this.cardPictures = cardPictures;
		this.cards = cards;
		this.pictures = pictures;
		this.files = files;
		this.calls = calls;
		this.presses = presses;
		this.plain = plain;
		this.pace = pace;
	}

	Outcome post(Delivery delivery) {
		return delivery.plain() ? this.plain.post(delivery) : bring(delivery);
	}

	private Outcome bring(Delivery delivery) {
		return switch (delivery.reply()) {
			case Reply.ShowCard show when delivery.step() == Delivery.CLEARING -> clear(show);
			case Reply.UpdateCard update when delivery.step() == Delivery.CLEARING ->
				this.messages.newestButOne(update.chatId(), update.card())
					.map(this.cards::clear)
					.orElseGet(Outcome.Done::nothingToRemember);
			case Reply.ShowCard show -> show(show, wish(delivery, show.card(), show.content()));
			case Reply.UpdateCard update ->
				update(update, wish(delivery, update.card(), update.content()).asProgress(update.progress()));
			case Reply.RemoveCard remove -> remove(remove);
			case Reply.ShowPictures shown -> this.pictures.post(shown, delivery);
			case Reply.SendFile file -> this.files.post(file, delivery);
			case Reply.ShowToast toast -> toast(toast);
			case Reply.ShowActivity activity -> activity(activity);
			case Reply.Unrecognized newer -> new Outcome.Failed("a reply of a newer version");
		};
	}

	/** A card of several messages goes on behind those that were sent. */
	private CardWish wish(Delivery delivery, String card, Card content) {
		CardWish wish = CardWish.of(delivery.chatId(), card, content, this.cardPictures.of(content));
		return (delivery.step() == 0) ? wish : wish.goingOnAfter(this.messages.begun(delivery.chatId(), card));
	}

	private Outcome show(Reply.ShowCard show, CardWish wish) {
		return this.cards.post(wish, CardDecision.show(show.card(), wish.shape(), show.replaces(), replaced(show)));
	}

	private Outcome clear(Reply.ShowCard show) {
		CardMessage old = replaced(show);
		return (old != null) ? this.cards.clear(old)
				: this.cards.strip(show.chatId(), Objects.requireNonNull(show.replaces()));
	}

	private Outcome update(Reply.UpdateCard update, CardWish wish) {
		return this.cards.post(wish,
				CardDecision.update(wish.shape(), newest(update.chatId(), update.card()), update.progress()));
	}

	private @Nullable CardMessage replaced(Reply.ShowCard show) {
		return Optional.ofNullable(show.replaces())
			.flatMap((message) -> this.messages.shownBy(show.chatId(), message))
			.orElse(null);
	}

	private @Nullable CardMessage newest(long chatId, String card) {
		return this.messages.newest(chatId, card).orElse(null);
	}

	private Outcome remove(Reply.RemoveCard remove) {
		CardMessage known = newest(remove.chatId(), remove.card());
		if (known == null) {
			return Outcome.Done.nothingToRemember();
		}
		Outcome outcome = this.calls.removeAll(remove.chatId(), known.all());
		return (outcome instanceof Outcome.Done) ? new Outcome.Done(List.of(), List.of(known.messageId()), List.of())
				: outcome;
	}

	/**
	 * Words that come too late for the button come as a message: nobody is left without.
	 */
	private Outcome toast(Reply.ShowToast toast) {
		Answer<BaseResponse> answer = this.presses.toast(toast.pressId(), toast.text(), toast.alert());
		if (answer instanceof Answer.Refused<BaseResponse> no && no.why() == Refusal.PRESS_TOO_OLD) {
			return asMessage(toast);
		}
		return done(answer);
	}

	private Outcome asMessage(Reply.ShowToast toast) {
		Duration missing = this.pace.untilNewMessage(toast.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		return done(this.telegram.call(new SendMessage(toast.chatId(), toast.text())));
	}

	/** Not worth a second try. */
	private Outcome activity(Reply.ShowActivity activity) {
		this.telegram.call(new SendChatAction(activity.chatId(), switch (activity.activity()) {
			case TYPING -> ChatAction.typing;
			case UPLOADING_PHOTO -> ChatAction.upload_photo;
		}));
		return Outcome.Done.nothingToRemember();
	}

	private static Outcome done(Answer<?> answer) {
		return (answer instanceof Answer.Done) ? Outcome.Done.nothingToRemember() : Outcomes.notDone(answer);
	}

}
