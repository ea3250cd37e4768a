package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.gateway.reply.CardMessage.Kind;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;

import org.springframework.stereotype.Component;

/**
 * Brings one card into a chat as decided, and falls back to a new message where Telegram
 * does not let the old one become it.
 */
@Component
class CardPost {

	private static final Logger log = LoggerFactory.getLogger(CardPost.class);

	private final CardCalls calls;

	private final ChatPace pace;

	CardPost(CardCalls calls, ChatPace pace) {
		this.calls = calls;
		this.pace = pace;
	}

	/** Brings it there; without its picture when the store cannot give that. */
	Outcome post(CardWish wish, CardDecision decision) {
		try {
			return bring(wish, decision);
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("chatId", wish.chatId()).setCause(ex).log("Card goes without its picture");
			return withoutPicture(wish, decision);
		}
	}

	private Outcome withoutPicture(CardWish wish, CardDecision decision) {
		if (!wish.hasWords()) {
			return new Outcome.Failed("its picture is not in the store, and there is no text");
		}
		try {
			return bring(wish.withoutPicture(), withoutPicture(decision));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a text needs no file", ex);
		}
	}

	private static CardDecision withoutPicture(CardDecision decision) {
		if (!(decision instanceof CardDecision.EditMedia(CardMessage known))) {
			return decision;
		}
		return (known.kind() == Kind.TEXT) ? new CardDecision.EditText(known.messageId())
				: new CardDecision.Replace(known.messageId());
	}

	private Outcome bring(CardWish wish, CardDecision decision) throws IOException {
		long chat = wish.chatId();
		return switch (decision) {
			case CardDecision.Send send -> sendInTurn(wish);
			case CardDecision.Replace(long old) -> andThen(sendInTurn(wish), old, () -> this.calls.remove(chat, old));
			case CardDecision.SendAndStrip(long old) ->
				andThen(sendInTurn(wish), null, () -> this.calls.strip(chat, old));
			case CardDecision.Nothing nothing -> Outcome.Done.nothingToRemember();
			case CardDecision.EditText(long id) ->
				edited(wish, shown(wish, id), this.calls.editText(chat, id, wish.content()));
			case CardDecision.EditCaption(CardMessage known) ->
				edited(wish, known.as(wish.name()), this.calls.editCaption(chat, known.messageId(), wish.content()));
			case CardDecision.EditMedia(CardMessage known) -> editMedia(wish, known);
		};
	}

	private Outcome editMedia(CardWish wish, CardMessage known) throws IOException {
		Answer<BaseResponse> answer = this.calls.editMedia(wish.chatId(), known.messageId(), wish.content());
		return (KnownFiles.isAboutTheFile(answer) && wish.hasWords())
				? withoutPicture(wish, new CardDecision.EditMedia(known))
				: edited(wish, shown(wish, known.messageId()), answer);
	}

	private Outcome edited(CardWish wish, CardMessage shown, Answer<? extends BaseResponse> answer) throws IOException {
		return switch (answer) {
			case Answer.Done<? extends BaseResponse>(BaseResponse done) ->
				shows(wish, shown, (done instanceof SendResponse sent) ? sent.message() : null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.NOT_MODIFIED ->
				shows(wish, shown, null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.MESSAGE_GONE ->
				andThen(bring(wish, CardDecision.gone(wish.progress())), shown.messageId(), () -> {
				});
			case Answer<? extends BaseResponse> other -> Outcomes.notDone(other);
		};
	}

	private Outcome sendInTurn(CardWish wish) throws IOException {
		Duration missing = this.pace.untilNewMessage(wish.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		try {
			return sent(wish, this.calls.send(wish.chatId(), wish.content()));
		}
		catch (IOException ex) {
			this.pace.giveBack(wish.chatId());
			throw ex;
		}
	}

	private Outcome sent(CardWish wish, Answer<SendResponse> answer) throws IOException {
		return switch (answer) {
			case Answer.Done<SendResponse>(SendResponse sent) ->
				shows(wish, shown(wish, sent.message().messageId()), sent.message());
			case Answer.Refused<SendResponse> no when wish.content().picture() != null
					&& KnownFiles.isAboutTheFile(no) ->
				sendAsFile(wish, no);
			case Answer<SendResponse> other -> Outcomes.notDone(other);
		};
	}

	/** A picture Telegram does not take as a photo comes as a file, else its words do. */
	private Outcome sendAsFile(CardWish wish, Answer.Refused<SendResponse> why) throws IOException {
		log.atWarn()
			.addKeyValue("chatId", wish.chatId())
			.addKeyValue("reason", why.words())
			.log("Photo refused, it goes as a file");
		Answer<SendResponse> answer = this.calls.sendAsFile(wish.chatId(), wish.content());
		return (KnownFiles.isAboutTheFile(answer) && wish.hasWords())
				? sent(wish.withoutPicture(), this.calls.send(wish.chatId(), wish.withoutPicture().content()))
				: sentAsFile(wish, answer);
	}

	private static Outcome sentAsFile(CardWish wish, Answer<SendResponse> answer) {
		return (answer instanceof Answer.Done<SendResponse>(SendResponse sent))
				? shows(wish, shown(wish, sent.message().messageId()), sent.message()) : Outcomes.notDone(answer);
	}

	private static CardMessage shown(CardWish wish, long messageId) {
		MediaRef picture = wish.content().picture();
		return new CardMessage(wish.chatId(), messageId, wish.name(), (picture != null) ? Kind.PHOTO : Kind.TEXT,
				(picture != null) ? picture.sha256() : null, wish.stays());
	}

	private static Outcome shows(CardWish wish, CardMessage shown, @Nullable Message message) {
		MediaRef picture = wish.content().picture();
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

}
