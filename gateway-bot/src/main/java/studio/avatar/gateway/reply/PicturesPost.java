package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.request.InputMedia;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.response.MessagesResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Pictures that stay in the chat. An album cannot have buttons, so its card follows as a
 * message of its own. An album that Telegram refuses comes as one picture after the
 * other, so that one bad picture costs no other.
 */
@Component
class PicturesPost {

	/** The pictures are in the chat, of their card nothing is yet. */
	private static final int PICTURES_SENT = 1;

	/** From here on the pictures go one by one; so many less are in the chat. */
	private static final int ONE_BY_ONE = 100;

	private static final Logger log = LoggerFactory.getLogger(PicturesPost.class);

	private final TelegramApi telegram;

	private final KnownFiles files;

	private final CardPictures pictures;

	private final CardMessages messages;

	private final ChatPace pace;

	private final CardPost cards;

	PicturesPost(TelegramApi telegram, KnownFiles files, CardPictures pictures, CardMessages messages, ChatPace pace,
			CardPost cards) {
		this.telegram = telegram;
		this.files = files;
		this.pictures = pictures;
		this.messages = messages;
		this.pace = pace;
		this.cards = cards;
	}

	/**
	 * Sends one picture with the card, or the pictures and then the card. A picture that
	 * the store has lost is left out.
	 */
	Outcome post(Reply.ShowPictures reply, Delivery delivery) {
		int step = delivery.step();
		if (step >= ONE_BY_ONE) {
			return alone(reply, step - ONE_BY_ONE, delivery.troubled());
		}
		if (step >= PICTURES_SENT) {
			return card(reply, step - PICTURES_SENT);
		}
		List<MediaRef> there = reply.pictures().stream().filter(this.files::isThere).toList();
		return switch (there.size()) {
			case 0 -> card(reply, 0);
			case 1 -> one(reply, there.getFirst(), delivery.troubled());
			default -> album(reply, there, delivery.troubled());
		};
	}

	/** Words that do not fit below the picture are a card of their own. */
	private Outcome one(Reply.ShowPictures reply, MediaRef picture, Duration troubled) {
		if (!Rendered.fitsCaption(reply.content().text())) {
			return new Outcome.PartDone(ONE_BY_ONE, List.of(), List.of());
		}
		return this.cards.give(
				CardWish.of(reply.chatId(), reply.card(), reply.content(), this.pictures.of(picture)).toStay(),
				troubled);
	}

	/**
	 * Goes on with the card.
	 * @param sent messages of it that are in the chat
	 */
	private Outcome card(Reply.ShowPictures reply, int sent) {
		CardWish card = CardWish.of(reply.chatId(), reply.card(), reply.content(), null);
		CardWish rest = (sent == 0) ? card : card.goingOnAfter(this.messages.begun(reply.chatId(), reply.card()));
		Outcome outcome = this.cards.post(rest, new CardDecision.Send());
		return (outcome instanceof Outcome.PartDone(int step, List<CardMessage> shown, List<Outcome.FileId> known))
				? new Outcome.PartDone(PICTURES_SENT + step, shown, known) : outcome;
	}

	/** One picture without words; one that does not come is left out. */
	private Outcome alone(Reply.ShowPictures reply, int number, Duration troubled) {
		if (number == reply.pictures().size()) {
			return new Outcome.PartDone(PICTURES_SENT, List.of(), List.of());
		}
		Outcome outcome = picture(reply, reply.pictures().get(number), troubled);
		return switch (outcome) {
			case Outcome.Done done -> new Outcome.PartDone(ONE_BY_ONE + number + 1, List.of(), done.files());
			case Outcome.Failed(String why) -> {
				log.atError()
					.addKeyValue("chatId", reply.chatId())
					.addKeyValue("reason", why)
					.log("Telegram does not take a picture, the others go without it");
				yield new Outcome.PartDone(ONE_BY_ONE + number + 1, List.of(), List.of());
			}
			default -> outcome;
		};
	}

	private Outcome picture(Reply.ShowPictures reply, MediaRef picture, Duration troubled) {
		Card bare = new Card(RichText.empty(), picture, List.of());
		return this.cards.give(CardWish.of(reply.chatId(), reply.card(), bare, this.pictures.of(picture)), troubled);
	}

	private Outcome album(Reply.ShowPictures reply, List<MediaRef> there, Duration troubled) {
		Duration missing = this.pace.untilNewMessage(reply.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		List<OutgoingFile> pictures = there.stream().map(this.pictures::of).toList();
		try {
			Answer<MessagesResponse> answer = sendAlbum(reply.chatId(), pictures);
			if (KnownFiles.isAboutTheFile(answer)) {
				pictures.forEach((picture) -> this.files.forget(picture, FileIds.Kind.PHOTO));
				answer = sendAlbum(reply.chatId(), pictures);
			}
			if (KnownFiles.mayBeAboutTheFile(answer)) {
				return oneByOne(reply, Outcomes.notDone(answer));
			}
			return (answer instanceof Answer.Done<MessagesResponse>(MessagesResponse done))
					? new Outcome.PartDone(PICTURES_SENT, List.of(), fileIds(done.messages(), pictures))
					: Outcomes.notDone(answer);
		}
		catch (IOException ex) {
			return KnownFiles.mayStillCome(ex, troubled) ? KnownFiles.later(ex) : oneByOne(reply, ex);
		}
	}

	private static Outcome oneByOne(Reply.ShowPictures reply, Object why) {
		log.atWarn()
			.addKeyValue("chatId", reply.chatId())
			.addKeyValue("reason", why)
			.log("Album refused, its pictures go one by one");
		return new Outcome.PartDone(ONE_BY_ONE, List.of(), List.of());
	}

	private Answer<MessagesResponse> sendAlbum(long chatId, List<OutgoingFile> pictures) throws IOException {
		List<InputMedia<?>> media = new ArrayList<>();
		for (OutgoingFile picture : pictures) {
			media.add(photo(picture));
		}
		return this.telegram.call(new SendMediaGroup(chatId, media.toArray(InputMedia<?>[]::new)));
	}

	private InputMediaPhoto photo(OutgoingFile picture) throws IOException {
		Object source = this.files.idOrBytes(picture, FileIds.Kind.PHOTO);
		return (source instanceof byte[] bytes) ? new InputMediaPhoto(bytes).fileName(picture.name())
				: new InputMediaPhoto((String) source);
	}

	private static List<Outcome.FileId> fileIds(Message[] messages, List<OutgoingFile> pictures) {
		if (messages.length != pictures.size()) {
			return List.of();
		}
		return IntStream.range(0, messages.length)
			.mapToObj((i) -> KnownFiles.photoOf(messages[i], pictures.get(i)))
			.filter(Objects::nonNull)
			.toList();
	}

}
