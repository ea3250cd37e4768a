package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;

import org.springframework.stereotype.Component;

/**
 * Brings one card into a chat as decided, and falls back to new messages where Telegram
 * does not let the old ones become it.
 *
 * <p>
 * Longer than most: every way a card can go wrong is read together.
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
			return bring(wish, wish.sent().isEmpty() ? decision : CardDecision.goingOn(decision));
		}
		catch (IOException ex) {
			return without(wish, decision, ex);
		}
	}

	/**
	 * Sends a picture that somebody was promised: a store in trouble is waited for.
	 * @param troubled for how long it did not come
	 */
	Outcome give(CardWish wish, Duration troubled) {
		try {
			return bring(wish, new CardDecision.Send());
		}
		catch (IOException ex) {
			return KnownFiles.mayStillCome(ex, troubled) ? KnownFiles.later(ex)
					: without(wish, new CardDecision.Send(), ex);
		}
	}

	private Outcome without(CardWish wish, CardDecision decision, IOException why) {
		log.atWarn().addKeyValue("chatId", wish.chatId()).setCause(why).log("Card goes without its picture");
		return withoutPicture(wish, decision);
	}

	private Outcome withoutPicture(CardWish wish, CardDecision decision) {
		if (!wish.hasWords()) {
			return new Outcome.Failed("its picture is not in the store, and there is no text");
		}
		CardWish bare = wish.withoutPicture();
		try {
			return bring(bare, CardDecision.withoutPicture(decision, bare.shape()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a text needs no file", ex);
		}
	}

	private Outcome bring(CardWish wish, CardDecision decision) throws IOException {
		long chat = wish.chatId();
		return switch (decision) {
			case CardDecision.Send send -> sendInTurn(wish);
			case CardDecision.Replace(CardMessage old) -> replace(wish, old);
			case CardDecision.SendAndStrip(long old) ->
				andThen(sendInTurn(wish), null, () -> Outcomes.removed(this.calls.strip(chat, old)));
			case CardDecision.Nothing nothing -> Outcome.Done.nothingToRemember();
			case CardDecision.EditText(long id) ->
				edited(wish, wish.shownBy(List.of(id)), this.calls.editText(chat, id, wish.part(0)));
			case CardDecision.EditCaption(CardMessage known) ->
				edited(wish, known.as(wish.name()), this.calls.editCaption(chat, known.messageId(), wish.part(0)));
			case CardDecision.EditMedia(CardMessage known) -> editMedia(wish, known);
			case CardDecision.EditEach(CardMessage known) -> editEach(wish, known);
		};
	}

	private Outcome replace(CardWish wish, CardMessage old) throws IOException {
		return andThen(sendInTurn(wish), old.messageId(), () -> this.calls.removeAll(wish.chatId(), old.all()));
	}

	private Outcome editMedia(CardWish wish, CardMessage known) throws IOException {
		Answer<BaseResponse> answer = this.calls.editMedia(wish.chatId(), known.messageId(), wish.part(0));
		return (KnownFiles.mayBeAboutTheFile(answer) && wish.hasWords())
				? withoutPicture(wish, new CardDecision.EditMedia(known))
				: edited(wish, wish.shownBy(List.of(known.messageId())), answer);
	}

	/**
	 * The first may have a picture; the others are text, and the last has the buttons.
	 */
	private Outcome editEach(CardWish wish, CardMessage known) throws IOException {
		List<Long> messages = known.all();
		Answer<BaseResponse> first = editFirst(wish, known, messages.getFirst());
		if (wish.picture() != null && KnownFiles.mayBeAboutTheFile(first)) {
			return withoutPicture(wish, new CardDecision.EditEach(known));
		}
		for (int i = 1; isThere(first) && i < messages.size(); i++) {
			Answer<BaseResponse> next = this.calls.editText(wish.chatId(), messages.get(i), wish.part(i));
			if (!isThere(next)) {
				return edited(wish, wish.shownBy(messages), next);
			}
		}
		return edited(wish, wish.shownBy(messages), first);
	}

	private Answer<BaseResponse> editFirst(CardWish wish, CardMessage known, long message) throws IOException {
		if (wish.picture() == null) {
			return this.calls.editText(wish.chatId(), message, wish.part(0));
		}
		return wish.picture().fingerprint().equals(known.picture())
				? this.calls.editCaption(wish.chatId(), message, wish.part(0))
				: this.calls.editMedia(wish.chatId(), message, wish.part(0));
	}

	private static boolean isThere(Answer<?> answer) {
		return answer instanceof Answer.Done
				|| answer instanceof Answer.Refused<?> no && no.why() == Refusal.NOT_MODIFIED;
	}

	private Outcome edited(CardWish wish, CardMessage shown, Answer<? extends BaseResponse> answer) throws IOException {
		return switch (answer) {
			case Answer.Done<? extends BaseResponse>(BaseResponse done) ->
				shows(wish, shown, (done instanceof SendResponse sent) ? sent.message() : null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.NOT_MODIFIED ->
				shows(wish, shown, null);
			case Answer.Refused<? extends BaseResponse> no when no.why() == Refusal.MESSAGE_GONE ->
				andThen(bring(wish, CardDecision.gone(wish.progress())), shown.messageId(),
						() -> this.calls.removeAll(wish.chatId(), shown.earlier()));
			case Answer<? extends BaseResponse> other -> Outcomes.notDone(other);
		};
	}

	/** Sends the next message of the card, which may be its only one. */
	private Outcome sendInTurn(CardWish wish) throws IOException {
		Duration missing = this.pace.untilNewMessage(wish.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		try {
			return sent(wish, this.calls.send(wish.chatId(), wish.next()));
		}
		catch (IOException ex) {
			this.pace.giveBack(wish.chatId());
			throw ex;
		}
	}

	private Outcome sent(CardWish wish, Answer<SendResponse> answer) throws IOException {
		return switch (answer) {
			case Answer.Done<SendResponse>(SendResponse sent) -> shows(wish, sent.message());
			case Answer.Refused<SendResponse> no when wish.next().picture() != null && KnownFiles.isAboutTheFile(no) ->
				sendAsFile(wish, no);
			case Answer.Refused<SendResponse> no when wish.next().picture() != null && wish.hasWords()
					&& KnownFiles.mayBeAboutTheFile(no) ->
				sendWords(wish);
			case Answer<SendResponse> other -> Outcomes.notDone(other);
		};
	}

	/** A picture Telegram does not take as a photo comes as a file, else its words do. */
	private Outcome sendAsFile(CardWish wish, Answer.Refused<SendResponse> why) throws IOException {
		log.atWarn()
			.addKeyValue("chatId", wish.chatId())
			.addKeyValue("reason", why.words())
			.log("Photo refused, it goes as a file");
		Answer<SendResponse> answer = this.calls.sendAsFile(wish.chatId(), wish.next());
		if (KnownFiles.mayBeAboutTheFile(answer) && wish.hasWords()) {
			return sendWords(wish);
		}
		return (answer instanceof Answer.Done<SendResponse>(SendResponse sent)) ? shows(wish, sent.message())
				: Outcomes.notDone(answer);
	}

	private Outcome sendWords(CardWish wish) throws IOException {
		CardWish bare = wish.withoutPicture();
		return sent(bare, this.calls.send(wish.chatId(), bare.next()));
	}

	/** Another message of the card is in the chat. */
	private static Outcome shows(CardWish wish, Message message) {
		List<Long> messages = Stream.concat(wish.sent().stream(), Stream.of((long) message.messageId())).toList();
		CardMessage shown = wish.shownBy(messages);
		List<Outcome.FileId> files = files(wish, message);
		return shown.whole() ? new Outcome.Done(List.of(shown), List.of(), files)
				: new Outcome.PartDone(messages.size(), List.of(shown), files);
	}

	private static Outcome shows(CardWish wish, CardMessage shown, @Nullable Message message) {
		return new Outcome.Done(List.of(shown), List.of(), files(wish, message));
	}

	private static List<Outcome.FileId> files(CardWish wish, @Nullable Message message) {
		Outcome.FileId file = (wish.picture() != null) ? KnownFiles.pictureOf(message, wish.picture()) : null;
		return (file != null) ? List.of(file) : List.of();
	}

	/**
	 * What is wanted is there; now the old message. When Telegram has no ear for that
	 * just now, only that is left to be done.
	 */
	private static Outcome andThen(Outcome outcome, @Nullable Long gone, Supplier<Outcome> aftermath) {
		if (!(outcome instanceof Outcome.Done done)) {
			return outcome;
		}
		Outcome.PartDone part = new Outcome.PartDone(Delivery.CLEARING, done.shown(), done.files());
		return switch (aftermath.get()) {
			case Outcome.Flood(Duration retryAfter) -> new Outcome.Uncleared(part, retryAfter);
			case Outcome.Lost lost -> part;
			default -> new Outcome.Done(done.shown(), (gone != null) ? List.of(gone) : List.of(), done.files());
		};
	}

	/**
	 * What is wanted is there; now the old message alone, for which no refusal matters.
	 */
	Outcome clear(CardMessage old) {
		Outcome outcome = old.stays() ? Outcomes.removed(this.calls.strip(old.chatId(), old.messageId()))
				: this.calls.removeAll(old.chatId(), old.all());
		return outcome.isToRepeat() ? outcome
				: new Outcome.Done(List.of(), old.stays() ? List.of() : List.of(old.messageId()), List.of());
	}

	/** The same for a message that is not ours to take away. */
	Outcome strip(long chatId, long message) {
		Outcome outcome = Outcomes.removed(this.calls.strip(chatId, message));
		return outcome.isToRepeat() ? outcome : Outcome.Done.nothingToRemember();
	}

}
