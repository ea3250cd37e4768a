package studio.avatar.gateway.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.media.SpoolFolder;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.person.People;
import studio.avatar.gateway.sheet.ContactSheets;
import studio.avatar.gateway.telegram.TelegramApi;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.journal.ApiCall;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents: their names, their words, and what is said when they do not come. */
class FilesIT extends RepliesUnderTest {

	@Autowired
	FileIds ids;

	@Autowired
	TelegramApi telegram;

	@Autowired
	ContactSheets sheets;

	@Autowired
	CardMessages messages;

	@Autowired
	ChatPace pace;

	@Autowired
	SpoolFolder spools;

	@Autowired
	People people;

	@Autowired
	Texts texts;

	@Test
	void aFileComesUnderItsNameAndAsWhatItIs() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		MediaRef file = zip("all of them");

		say(anna, send(anna, file, "Мои картинки, часть 1.zip", RichText.of("Part ").bold("1")));

		SimulatedMessage message = awaitMessage(anna, "Part 1");
		ApiCall call = calls(anna, "sendDocument").getLast();
		assertThat(message.documentName()).isEqualTo("Мои картинки, часть 1.zip");
		assertThat(anna.file(message.photoFileId())).isEqualTo("all of them".getBytes());
		assertThat(call.answer().path("result").path("document").path("mime_type").asString(""))
			.isEqualTo("application/zip");
		assertThat(message.entities().get(0).path("offset").asInt()).isEqualTo(5);
	}

	@Test
	void aKnownFileGoesWithoutAnUploadAndUnderAnotherNameWithOne() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		MediaRef file = zip("known");
		say(anna, send(anna, file, "one.zip", RichText.of("First")));
		awaitMessage(anna, "First");

		say(anna, send(anna, file, "one.zip", RichText.of("Second")));
		say(anna, send(anna, file, "two.zip", RichText.of("Third")));

		assertThat(awaitMessage(anna, "Third").documentName()).isEqualTo("two.zip");
		assertThat(awaitMessage(anna, "Second").documentName()).isEqualTo("one.zip");
		assertThat(calls(anna, "sendDocument")).extracting((call) -> call.parameters().path("document").isString())
			.containsExactly(false, true, false);
	}

	@Test
	void anInstanceOfTheVersionBeforeRemembersItsFilesAsItDid() {
		String file = UUID.randomUUID().toString();

		List.of("first", "second").forEach((id) -> this.database.sql("""
				insert into media_file_id (sha256, kind, file_id) values (?, 'DOCUMENT', ?)
				on conflict (sha256, kind) do update set file_id = excluded.file_id""").params(file, id).update());

		assertThat(this.database.sql("select file_id from media_file_id where sha256 = ?")
			.param(file)
			.query(String.class)
			.list()).containsExactly("second");
	}

	@Test
	void aStoreThatFailsOnceCostsNoPictureAndNoFile() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		Reply one = new Reply.ShowPictures(anna.id(), "generation.7.result", List.of(picture(71)), card("One picture"));
		Reply file = send(anna, zip("hiccup"), "late.zip", RichText.of("Late"));

		List<Outcome> pictures = twice((store) -> pictures(store).post((Reply.ShowPictures) one, delivery(anna, one)));
		List<Outcome> files = twice((store) -> files(store).post((Reply.SendFile) file, delivery(anna, file)));

		assertThat(List.of(pictures, files)).allSatisfy((outcomes) -> {
			assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Lost.class);
			assertThat(outcomes.getLast()).isInstanceOf(Outcome.Done.class);
		});
		assertThat(awaitMessage(anna, "One picture").photoFileId()).isNotNull();
		assertThat(awaitMessage(anna, "Late").documentName()).isEqualTo("late.zip");
	}

	private List<Outcome> twice(Function<MediaStore, Outcome> call) {
		MediaStore store = new HiccupingStore(this.media);
		return List.of(inTurn(store, call), inTurn(store, call));
	}

	private static Outcome inTurn(MediaStore store, Function<MediaStore, Outcome> call) {
		return awaiting().until(() -> call.apply(store), (outcome) -> !(outcome instanceof Outcome.TooEarly));
	}

	private static Delivery delivery(SimulatedPerson person, Reply reply) {
		return new Delivery(1, person.id(), reply, "c", 0, 0, Duration.ZERO, false, Urgency.NOTICE, Duration.ZERO);
	}

	private PicturesPost pictures(MediaStore store) {
		KnownFiles known = new KnownFiles(this.ids, store);
		return new PicturesPost(this.telegram, known, new CardPictures(store, this.sheets), this.messages, this.pace,
				new CardPost(new CardCalls(this.telegram, known), this.pace));
	}

	private FilePost files(MediaStore store) {
		KnownFiles known = new KnownFiles(this.ids, store);
		return new FilePost(this.telegram, new CardCalls(this.telegram, known), known, store,
				new DocumentSpool(this.spools, store), this.pace, this.people, this.texts);
	}

	@Test
	void aFileBeyondWhatBotsMaySendIsRefusedInWords() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		MediaRef small = zip("small");
		MediaRef large = new MediaRef(small.key(), small.sha256(), small.contentType(), FilePost.LARGEST + 1, null,
				null);

		say(anna, send(anna, large, "all.zip", RichText.of("All")));

		assertThat(text(awaitMessage(anna, "all.zip"))).contains("51 MB").contains("50 MB");
		assertThat(calls(anna, "sendDocument")).isEmpty();
	}

	@Test
	void aFileThatIsGoneIsSaidToBe() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		MediaRef file = zip("lost");
		this.media.delete(file.key());

		say(anna, send(anna, file, "lost.zip", RichText.of("words ".repeat(300))));
		say(anna, show(anna, "next", null, card("Goes on")));

		assertThat(text(awaitMessage(anna, "lost.zip"))).contains("could not read");
		awaitMessage(anna, "Goes on");
		assertThat(said(anna, "words")).isFalse();
	}

	@Test
	void aFileThatTelegramDoesNotTakeIsSaidToBe() throws IOException {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendDocument", Fault.refused(400, "Bad Request: nonsense"));

		say(anna, send(anna, zip("odd"), "odd.zip", RichText.of("Here it is")));

		assertThat(text(awaitMessage(anna, "odd.zip"))).contains("did not take");
	}

	@Test
	void wordsThatDoNotFitBelowAFileFollowIt() throws IOException {
		SimulatedPerson anna = somebodyKnown();

		say(anna, send(anna, zip("long"), "long.zip", RichText.of("words ".repeat(300)).plain("End")));

		SimulatedMessage rest = awaitMessage(anna, "End");
		List<SimulatedMessage> documents = fromBot(anna).stream().filter((one) -> one.documentName() != null).toList();
		assertThat(documents).singleElement().matches((document) -> document.messageId() < rest.messageId());
		assertThat(rest.documentName()).isNull();
	}

	private static Reply send(SimulatedPerson person, MediaRef file, String name, RichText caption) {
		return new Reply.SendFile(person.id(), file, name, caption);
	}

	private MediaRef zip(String content) throws IOException {
		return this.media.put("test/" + UUID.randomUUID() + ".zip", "application/zip",
				new ByteArrayInputStream(content.getBytes()), null);
	}

}
