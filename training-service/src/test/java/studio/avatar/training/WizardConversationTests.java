package studio.avatar.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.media.MediaStore;
import studio.avatar.common.testkit.Backed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way to an avatar that can be trained: what is asked, refused, kept and given up.
 */
class WizardConversationTests {

	private Person person;

	@BeforeEach
	void somebodyNew() {
		this.person = Person.of(TrainingApp.with().getBean(MediaStore.class));
		TrainingApp.fal().faults().clear();
	}

	@Test
	void everyRefusedPhotoIsToldWithItsReasonInOneSummary() {
		this.person.describes("Rita");
		this.person.sends(List.of(this.person.photo(TestPhotos.jpeg(1), null),
				this.person.photo(TestPhotos.jpeg(2, 400, 900), "small.jpg"),
				this.person.photo(TestPhotos.jpeg(1), "again.jpg"),
				this.person.photo("not a picture at all".getBytes(), "notes.txt"),
				new SentPhoto("big", "big.jpg", null, SentPhoto.Refusal.TOO_LARGE)));

		Card summary = this.person.chat().awaitCard("training.draft.", "1 accepted\n");

		assertThat(summary.text().text()).contains("5 photos sent", "small.jpg: too small, 400 × 900",
				"again.jpg: the same as photo 1", "notes.txt: not a JPG", "big.jpg: larger than 20 MB",
				"9 more photos are needed");
	}

	@Test
	void aPhotoThatCannotBeReadHoldsNothingUpAndMayBeSentAgain() throws IOException {
		this.person.describes("Uma");
		SentPhoto unreadable = this.person.photo(TestPhotos.jpeg(2), "unreadable.jpg");
		Files.writeString(original(unreadable), "other bytes than were put there");
		this.person.sends(List.of(this.person.photo(TestPhotos.jpeg(1), null), unreadable,
				this.person.photo(TestPhotos.jpeg(3), null)));
		this.person.chat().awaitCard("training.draft.", "2 accepted, 1 being checked");
		this.person.chat().awaitCard("training.draft.", "unreadable.jpg: did not arrive");

		this.person.sends(List.of(this.person.photo(TestPhotos.jpeg(2), "unreadable.jpg")));

		this.person.chat().awaitCard("training.draft.", "3 of 10 photos");
	}

	@Test
	void photosThatNobodyAskedForAreSaidSoAndNotKept() {
		UUID draft = this.person.describes("Gone");
		this.person.chat().presses("training:discard-yes:" + draft);
		this.person.chat().awaitCard("The draft is discarded");
		SentPhoto late = this.person.photo(TestPhotos.jpeg(1), null);

		this.person.sends(List.of(late));

		this.person.chat().awaitCard("training.avatars", "That is no longer here");
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.notExists(original(late)));
	}

	private static Path original(SentPhoto photo) {
		return Backed.mediaFolder().resolve(Objects.requireNonNull(photo.file()).key());
	}

	@Test
	void aLongListOfRefusedPhotosIsCounted() {
		this.person.describes("Lots");
		this.person.sends(IntStream.rangeClosed(1, 60)
			.mapToObj((number) -> new SentPhoto("big" + number, "x".repeat(60), null, SentPhoto.Refusal.TOO_LARGE))
			.toList());

		Card summary = this.person.chat().awaitCard("training.draft.", "60 photos sent: 0 accepted");

		assertThat(summary.text().text()).contains("and 50 more that were refused").hasSizeLessThan(4096);
	}

	@Test
	void theTwentyFirstPhotoIsRefusedWithWords() {
		this.person.describes("Vera");
		this.person.sendsAlbum(1, 10);
		this.person.chat().awaitCard("training.draft.", "10 accepted");
		this.person.sendsAlbum(11, 21);

		Card summary = this.person.chat().awaitCard("training.draft.", "20 photos are the limit");

		assertThat(summary.text().text()).contains("20 photos · up to 20", "the most a training takes");
	}

	@Test
	void aStrangeNameIsRefusedAndAskedForAgain() {
		this.person.chat().presses("training:new");
		this.person.chat().presses(this.person.chat().awaitCard("Who will it be?"), "Other");
		this.person.chat().awaitCard("What is the avatar called?");
		this.person.types("x");
		this.person.chat().awaitCard("too short");
		this.person.types("safe\u202enam\u202c");
		this.person.chat().awaitCard("invisible characters");

		this.person.types("  <b>Bob</b> 👩‍🚀 ");

		assertThat(this.person.chat().awaitCard("step 3").text().text()).contains("<b>Bob</b> 👩‍🚀 ·");
	}

	@Test
	void theWizardGoesOnWhereItStoodAfterARestart() {
		UUID draft = this.person.describes("Dora");
		this.person.sendsAlbum(1, 3);
		this.person.chat().awaitCard("3 accepted");
		TrainingApp.restart();

		this.person.chat().presses("training:resume:" + draft);

		Card step = this.person.chat().awaitCard("3 of 10 photos");
		assertThat(step.text().text()).contains("Dora", "7 more photos");
	}

	@Test
	void thereIsOneDraftAndDiscardingItAsksFirst() {
		UUID draft = this.person.describes("Olga");
		this.person.sendsAlbum(1, 1);
		this.person.chat().awaitCard("1 accepted");
		Path photos = Backed.mediaFolder().resolve("training/photos/" + draft);
		assertThat(photos).isNotEmptyDirectory();
		this.person.chat().presses("training:new");
		Card already = this.person.chat().awaitCard("You have a draft already: Olga");
		this.person.chat().presses(already, "Discard");
		this.person.chat().presses(this.person.chat().awaitCard("Discard the draft Olga?"), "Yes");
		this.person.chat().awaitCard("The draft is discarded");

		String press = this.person.chat().presses("training:resume:" + draft);

		assertThat(this.person.chat().awaitToast(press)).contains("no longer here");
		this.person.chat().awaitCard("training.avatars", "You have no avatar yet");
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(photos).isEmptyDirectory());
	}

	@Test
	void somebodyElsesButtonsShowNothingOfTheirs() {
		UUID draft = this.person.describes("Mine");
		Person stranger = Person.of(TrainingApp.with().getBean(MediaStore.class));

		String press = stranger.chat().presses("training:discard-yes:" + draft);

		assertThat(stranger.chat().awaitToast(press)).contains("no longer here");
		assertThat(stranger.chat().awaitCard("training.avatars", "You have no avatar yet").text().text())
			.doesNotContain("Mine");
		this.person.chat().presses("training:resume:" + draft);
		this.person.chat().awaitCard("training.draft.", "Mine");
	}

	@Test
	void aStaleButtonIsAnsweredInWordsAndInRussianToo() {
		Person russian = this.person.in("ru");

		String press = russian.chat().presses("training:whatever:42");

		assertThat(russian.chat().awaitToast(press)).startsWith("Этого уже нет");
		russian.chat().awaitCard("training.avatars", "У вас пока нет аватара");
	}

	@Test
	void whateverIsOutOfDateIsAnsweredInWordsAndWithHowThingsStand() {
		UUID draft = this.person.describes("Bella");
		UUID nobodys = UUID.randomUUID();

		Stream
			.of("", "gone:42", "avatar:42", "avatar:" + nobodys, "main:" + draft, "main:" + nobodys,
					"resume:" + nobodys, "gender:" + draft + ":MARTIAN", "gender:" + nobodys + ":MALE",
					"name:" + nobodys, "photos:" + nobodys, "anew:" + nobodys, "anew-yes:" + nobodys,
					"discard:" + nobodys, "discard-yes:" + nobodys, "check:" + draft, "check:" + nobodys,
					"pay:" + draft + ":1", "pay:" + nobodys + ":100", "retry:" + nobodys + ":100", "run:" + nobodys,
					"cancel:" + nobodys, "cancel-yes:" + nobodys, "cancel-yes:' or 1=1 --")
			.forEach((action) -> assertThat(this.person.chat().pressesInVain("training:" + action).text().text())
				.as(action)
				.contains("Bella"));

		assertThat(this.person.requests(HoldCredits.class)).isEmpty();
		this.person.chat().presses("training:avatars");
		assertThat(this.person.chat().awaitCard("training.avatars", "Bella").text().text()).contains("Female", "Draft");
	}

	@Test
	void everyButtonLeadsSomewhere() {
		UUID draft = this.person.hasPhotosOf("Bella");
		this.person.chat().presses("training:check:" + draft);
		this.person.chat().awaitCard("Ready to train?");
		this.person.chat().presses("training:avatars");
		this.person.chat().awaitCard("training.avatars", "Bella");

		List<Button> buttons = this.person.chat()
			.replies(Reply.ShowCard.class)
			.stream()
			.flatMap((show) -> show.content().keyboard().stream())
			.flatMap(List::stream)
			.toList();

		assertThat(buttons).extracting(Button::action)
			.allMatch((action) -> action.matches(
					"menu:main|account:balance|training:(avatars|new|(avatar|main|resume|gender|name|photos|discard|discard-yes|check|pay|retry|anew|anew-yes|run|cancel|cancel-yes):.+)|generation:with:.+"));
	}

}
