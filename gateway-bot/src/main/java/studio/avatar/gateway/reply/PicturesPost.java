package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.request.InputMedia;
import com.pengrad.telegrambot.model.request.InputMediaDocument;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.response.MessagesResponse;
import com.pengrad.telegrambot.response.SendResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Pictures and files that stay in the chat. An album cannot have buttons, so its card
 * follows as a message of its own.
 */
@Component
class PicturesPost {

	/** The album is in the chat, its card is not yet. */
	private static final int ALBUM_SENT = 1;

	private static final Logger log = LoggerFactory.getLogger(PicturesPost.class);

	private final TelegramApi telegram;

	private final KnownFiles files;

	private final ChatPace pace;

	private final CardPost cards;

	PicturesPost(TelegramApi telegram, KnownFiles files, ChatPace pace, CardPost cards) {
		this.telegram = telegram;
		this.files = files;
		this.pace = pace;
		this.cards = cards;
	}

	/**
	 * Sends one picture with the card, or the album and then the card. A picture that the
	 * store has lost is left out.
	 */
	Outcome pictures(Reply.ShowPictures reply, int step) {
		Card content = reply.content();
		Card bare = new Card(content.text(), null, content.keyboard());
		if (step == ALBUM_SENT) {
			return send(reply, bare);
		}
		List<MediaRef> there = reply.pictures().stream().filter(this.files::isThere).toList();
		return switch (there.size()) {
			case 0 -> send(reply, bare);
			case 1 -> send(reply, content.picture(there.getFirst()));
			default -> album(reply, there);
		};
	}

	private Outcome send(Reply.ShowPictures reply, Card card) {
		return this.cards.post(CardWish.picture(reply.chatId(), reply.card(), card), new CardDecision.Send());
	}

	private Outcome album(Reply.ShowPictures reply, List<MediaRef> pictures) {
		Duration missing = this.pace.untilNewMessage(reply.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		try {
			Answer<MessagesResponse> answer = sendAlbum(reply.chatId(), pictures);
			if (KnownFiles.isAboutTheFile(answer)) {
				pictures.forEach((picture) -> this.files.forget(picture, FileIds.Kind.PHOTO));
				answer = sendAlbum(reply.chatId(), pictures);
			}
			if (KnownFiles.isAboutTheFile(answer)) {
				answer = sendAlbumOfFiles(reply.chatId(), pictures);
			}
			if (KnownFiles.isAboutTheFile(answer)) {
				return withoutPictures(reply, Outcomes.notDone(answer));
			}
			return (answer instanceof Answer.Done<MessagesResponse>(MessagesResponse done))
					? new Outcome.PartDone(ALBUM_SENT, fileIds(done.messages(), pictures)) : Outcomes.notDone(answer);
		}
		catch (IOException ex) {
			return new Outcome.Lost("a picture cannot be read: " + ex.getMessage(), true);
		}
	}

	private Answer<MessagesResponse> sendAlbum(long chatId, List<MediaRef> pictures) throws IOException {
		List<InputMedia<?>> media = new ArrayList<>();
		for (MediaRef picture : pictures) {
			media.add(photo(picture));
		}
		return this.telegram.call(new SendMediaGroup(chatId, media.toArray(InputMedia<?>[]::new)));
	}

	/** Pictures Telegram does not take as photos; it takes files of any shape. */
	private Answer<MessagesResponse> sendAlbumOfFiles(long chatId, List<MediaRef> pictures) throws IOException {
		List<InputMedia<?>> media = new ArrayList<>();
		for (MediaRef picture : pictures) {
			media.add(new InputMediaDocument(this.files.bytes(picture)).fileName(KnownFiles.nameOf(picture)));
		}
		return this.telegram.call(new SendMediaGroup(chatId, media.toArray(InputMedia<?>[]::new)));
	}

	/** The card with its buttons leads to them all the same. */
	private static Outcome withoutPictures(Reply.ShowPictures reply, Outcome why) {
		log.atError()
			.addKeyValue("chatId", reply.chatId())
			.addKeyValue("reason", why)
			.log("Telegram does not take the pictures, their card goes alone");
		return new Outcome.PartDone(ALBUM_SENT, List.of());
	}

	private InputMediaPhoto photo(MediaRef picture) throws IOException {
		Object source = this.files.idOrBytes(picture, FileIds.Kind.PHOTO);
		return (source instanceof byte[] bytes) ? new InputMediaPhoto(bytes).fileName(KnownFiles.nameOf(picture))
				: new InputMediaPhoto((String) source);
	}

	private static List<Outcome.FileId> fileIds(Message[] messages, List<MediaRef> pictures) {
		if (messages.length != pictures.size()) {
			return List.of();
		}
		return IntStream.range(0, messages.length)
			.mapToObj((i) -> KnownFiles.photoOf(messages[i], pictures.get(i)))
			.filter(Objects::nonNull)
			.toList();
	}

	/** Sends a file as a document. */
	Outcome file(Reply.SendFile reply) {
		Duration missing = this.pace.untilNewMessage(reply.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		try {
			Answer<SendResponse> answer = this.files.send(reply.file(), FileIds.Kind.DOCUMENT,
					(id) -> call(reply, new SendDocument(reply.chatId(), id)),
					(bytes) -> call(reply, new SendDocument(reply.chatId(), bytes).fileName(reply.fileName())
						.contentType(reply.file().contentType())));
			return (answer instanceof Answer.Done<SendResponse>(SendResponse done)) ? sent(done, reply.file())
					: Outcomes.notDone(answer);
		}
		catch (IOException ex) {
			return new Outcome.Failed("the file is not in the store: " + ex.getMessage());
		}
	}

	private Answer<SendResponse> call(Reply.SendFile reply, SendDocument document) {
		Rendered caption = Rendered.of(reply.caption(), Rendered.CAPTION);
		return this.telegram.call(document.caption(caption.text()).captionEntities(caption.entities()));
	}

	private static Outcome sent(SendResponse done, MediaRef file) {
		if (done.message() == null || done.message().document() == null) {
			return Outcome.Done.nothingToRemember();
		}
		return new Outcome.Done(List.of(), List.of(),
				List.of(new Outcome.FileId(file.sha256(), FileIds.Kind.DOCUMENT, done.message().document().fileId())));
	}

}
