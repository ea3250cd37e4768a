package studio.avatar.gateway.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.response.SendResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.person.People;
import studio.avatar.gateway.person.Person;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;

/**
 * Files as documents, unchanged and under their names. Whoever cannot get one is told
 * why.
 */
@Component
class FilePost {

	/** What bots may send. */
	static final long LARGEST = 50L * 1024 * 1024;

	private static final Logger log = LoggerFactory.getLogger(FilePost.class);

	private final TelegramApi telegram;

	private final CardCalls calls;

	private final KnownFiles files;

	private final MediaStore media;

	private final DocumentSpool spool;

	private final ChatPace pace;

	private final People people;

	private final Texts texts;

	FilePost(TelegramApi telegram, CardCalls calls, KnownFiles files, MediaStore media, DocumentSpool spool,
			ChatPace pace, People people, Texts texts) {
		this.telegram = telegram;
		this.calls = calls;
		this.files = files;
		this.media = media;
		this.spool = spool;
		this.pace = pace;
		this.people = people;
		this.texts = texts;
	}

	/**
	 * Sends the file with its words; those that do not fit below it follow.
	 */
	Outcome post(Reply.SendFile reply, Delivery delivery) {
		int step = delivery.step();
		Duration missing = this.pace.untilNewMessage(reply.chatId());
		if (missing.isPositive()) {
			return new Outcome.TooEarly(missing);
		}
		List<Rendered> words = Rendered.parts(reply.caption(), Rendered.CAPTION, Rendered.TEXT);
		OutgoingFile file = new StoredDocument(reply.file(), reply.fileName(), this.media);
		Answer<SendResponse> answer;
		try {
			answer = (step == 0) ? send(reply, file, words.getFirst()) : words(reply.chatId(), words.get(step));
		}
		catch (IOException ex) {
			if (KnownFiles.mayStillCome(ex, delivery.troubled())) {
				this.pace.giveBack(reply.chatId());
				return KnownFiles.later(ex);
			}
			log.atError().addKeyValue("file", reply.file().key()).setCause(ex).log("A file cannot be read");
			answer = sorry(reply, "file.unreadable");
		}
		return (answer instanceof Answer.Done<SendResponse>(SendResponse done))
				? sent(done.message(), file, step + 1, words.size()) : Outcomes.notDone(answer);
	}

	/** Who got an apology in place of the file gets no more words about it. */
	private static Outcome sent(Message message, OutgoingFile file, int step, int steps) {
		Outcome.FileId known = KnownFiles.documentOf(message, file);
		boolean over = step == steps || (step == 1 && known == null);
		List<Outcome.FileId> files = (known != null) ? List.of(known) : List.of();
		return over ? new Outcome.Done(List.of(), List.of(), files) : new Outcome.PartDone(step, List.of(), files);
	}

	private Answer<SendResponse> send(Reply.SendFile reply, OutgoingFile file, Rendered words) throws IOException {
		if (reply.file().bytes() > LARGEST) {
			return sorry(reply, "file.too-large");
		}
		Answer<SendResponse> answer = this.files.send(file, FileIds.Kind.DOCUMENT,
				(id) -> call(new SendDocument(reply.chatId(), id), words), (content) -> upload(reply, content, words));
		return KnownFiles.mayBeAboutTheFile(answer) ? sorry(reply, "file.not-taken") : answer;
	}

	private Answer<SendResponse> upload(Reply.SendFile reply, OutgoingFile file, Rendered words) throws IOException {
		return this.spool.lend(reply.file(),
				(spooled) -> call(
						new SendDocument(reply.chatId(), spooled).fileName(file.name()).contentType(file.contentType()),
						words));
	}

	private Answer<SendResponse> call(SendDocument document, Rendered words) {
		return this.telegram.call(document.caption(words.text()).captionEntities(words.entities()));
	}

	private Answer<SendResponse> words(long chatId, Rendered words) {
		try {
			return this.calls.send(chatId, new CardPart(words, null, List.of()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a text needs no file", ex);
		}
	}

	private Answer<SendResponse> sorry(Reply.SendFile reply, String why) {
		Optional<Person> person = this.people.ofChat(reply.chatId());
		return words(reply.chatId(),
				Rendered.of(this.texts.rich(person.map(Person::locale).orElse("en"), why, "name", reply.fileName(),
						"megabytes", Math.ceilDiv(reply.file().bytes(), 1024 * 1024), "most", LARGEST / 1024 / 1024),
						Rendered.TEXT));
	}

}
