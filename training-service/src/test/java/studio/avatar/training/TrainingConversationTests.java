package studio.avatar.training;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.MainAvatarChosen;
import studio.avatar.common.contract.TrainingEvent.TrainingCancelled;
import studio.avatar.common.contract.TrainingEvent.TrainingFailed;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.media.MediaStore;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.common.testkit.ServiceChat.button;

/** What people live through with their avatars, from the first button to the model. */
class TrainingConversationTests {

	private Person person;

	@BeforeEach
	void somebodyNew() {
		this.person = Person.of(TrainingApp.with().getBean(MediaStore.class));
		TrainingApp.fal().faults().clear();
	}

	@Test
	void aPersonDescribesAnAvatarAndTrainsIt() throws Exception {
		this.person.has(150, 1);
		UUID draft = this.person.hasPhotosOf("Anna");
		this.person.chat().presses(this.person.chat().awaitCard("10 accepted"), "Check and train");
		Card check = this.person.chat().awaitCard("training.draft.", "Ready to train?");
		assertThat(check.text().text()).contains("Anna", "Female", "10 photos", "100 credits", "balance: 150 credits");

		this.person.chat().presses(check, "Pay 100");
		this.person.ledgerHolds();
		Card ready = this.person.chat().awaitCard("training.ended.", "Anna is ready!");

		assertThat(button(ready, "Make pictures").action()).isEqualTo("generation:with:" + draft);
		this.person.hears(AvatarReady.class);
		AvatarReady event = this.person.events(AvatarReady.class).getFirst();
		assertThat(event.trigger()).matches("TOK_[0-9a-f]{8}");
		assertThat(event.main()).isTrue();
		assertThat(event.profile()).isEqualTo("flux-lora-portrait-trainer");
		assertThat(TrainingApp.with().getBean(MediaStore.class).read(event.model()))
			.hasSize((int) event.model().bytes());
		this.person.hears(CaptureCredits.class);
		assertThat(this.person.requests(CaptureCredits.class)).extracting(CaptureCredits::amount).containsExactly(100);
		this.person.hears(TrainingStarted.class);
		assertThat(this.person.events(TrainingStarted.class)).hasSize(1);
		assertThat(TrainingApp.fal().journal().ignoredFields()).isEmpty();
		assertThat(TrainingApp.fal().requests()).anySatisfy(
				(request) -> assertThat(request.input().path("trigger_phrase").asString()).isEqualTo(event.trigger()));
	}

	@Test
	void progressTellsWhatTheProviderTells() {
		this.person.paysFor("Pia");

		this.person.chat().awaitCard("training.ended.", "Pia is ready!");

		assertThat(this.person.chat().replies().toString()).contains("Preparing the photos").contains("Learning: step");
	}

	@Test
	void everyRefusedPhotoIsToldWithItsReasonInOneSummary() {
		this.person.describes("Rita");
		this.person.sends(List.of(this.person.photo(TestPhotos.jpeg(1), null),
				this.person.photo(TestPhotos.jpeg(2, 400, 900), "small.jpg"),
				this.person.photo(TestPhotos.jpeg(1), "again.jpg"),
				this.person.photo("not a picture at all".getBytes(), "notes.txt"),
				new SentPhoto("big", "big.jpg", null, SentPhoto.Refusal.TOO_LARGE)));

		Card summary = this.person.chat().awaitCard("training.draft.", "1 accepted");

		assertThat(summary.text().text()).contains("5 photos sent", "small.jpg: too small, 400 × 900",
				"again.jpg: the same as photo 1", "notes.txt: not a JPG", "big.jpg: larger than 20 MB",
				"9 more photos are needed");
	}

	@Test
	void theTwentyFirstPhotoIsRefusedWithWords() {
		this.person.describes("Vera");
		this.person.sendsAlbum(1, 10);
		this.person.chat().awaitCard("training.draft.", "10 accepted");
		this.person.sendsAlbum(11, 21);

		Card summary = this.person.chat().awaitCard("training.draft.", "20 accepted");

		assertThat(summary.text().text()).contains("20 of 10 photos", "20 photos are the limit",
				"the most a training takes");
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
		this.person.chat().presses("training:new");
		Card already = this.person.chat().awaitCard("You have a draft already: Olga");
		this.person.chat().presses(already, "Discard");
		this.person.chat().presses(this.person.chat().awaitCard("Discard the draft Olga?"), "Yes");
		this.person.chat().awaitCard("The draft is discarded");

		String press = this.person.chat().presses("training:resume:" + draft);

		assertThat(this.person.chat().awaitToast(press)).contains("no longer here");
		this.person.chat().awaitCard("training.avatars", "You have no avatar yet");
	}

	@Test
	void tooFewCreditsBeginNothing() {
		UUID draft = this.person.hasPhotosOf("Paula");
		this.person.chat().presses("training:pay:" + draft);
		this.person.ledgerDeclines(30);

		Card declined = this.person.chat().awaitCard("Not enough credits");

		assertThat(declined.text().text()).contains("Needed: 100", "You have: 30");
		assertThat(button(declined, "Balance").action()).isEqualTo("account:balance");
		assertThat(this.person.settlements()).isZero();
		this.person.chat().presses(declined, "Back to the draft");
		this.person.chat().awaitCard("training.draft.", "Ready to train?");
	}

	@Test
	void aTrainingThatBreaksDownGivesTheCreditsBackAndCanBeTriedAgain() {
		TrainingApp.fal().faults().next(Call.SUBMIT, Effect.FailJob.training());
		UUID first = this.person.paysFor("Frida");
		Card failed = this.person.chat().awaitCard("training.ended.", "Frida could not be trained");
		assertThat(failed.text().text()).contains("broke down", "100 credits are back", "photos are kept");
		this.person.hears(ReleaseCredits.class);
		assertThat(this.person.requests(ReleaseCredits.class)).extracting(ReleaseCredits::holdId)
			.containsExactly(first);
		this.person.hears(TrainingFailed.class);
		assertThat(this.person.events(TrainingFailed.class)).hasSize(1);

		this.person.chat().presses(failed, "Try again");
		UUID second = this.person.ledgerHolds();
		this.person.chat().awaitCard("training.ended.", "Frida is ready!");

		assertThat(second).isNotEqualTo(first);
		this.person.hears(CaptureCredits.class);
		assertThat(this.person.requests(CaptureCredits.class)).extracting(CaptureCredits::holdId)
			.containsExactly(second);
	}

	@Test
	void aRunningTrainingCanBeStopped() {
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		UUID run = this.person.paysFor("Stella");
		Card progress = this.person.chat().awaitCard("training.run.", "Waiting in line");
		this.person.chat().presses(progress, "Stop training");
		Card question = this.person.chat().awaitCard("training.cancel.", "Stop the training of Stella?");

		this.person.chat().presses(question, "Yes, stop");

		this.person.chat().awaitCard("training.ended.", "is stopped");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> TrainingApp.fal()
				.journal()
				.calls()
				.stream()
				.anyMatch((call) -> call.verb().equals("PUT") && call.path().endsWith("/cancel")));
		this.person.hears(ReleaseCredits.class);
		assertThat(this.person.requests(ReleaseCredits.class)).extracting(ReleaseCredits::holdId).containsExactly(run);
		this.person.hears(TrainingCancelled.class);
		assertThat(this.person.events(TrainingCancelled.class)).hasSize(1);
	}

	@Test
	void tappingPayTwiceMakesOneRun() {
		UUID draft = this.person.hasPhotosOf("Tina");
		this.person.chat().presses("training:pay:" + draft);
		String second = this.person.chat().presses("training:pay:" + draft);

		assertThat(this.person.chat().awaitToast(second)).contains("under way already");

		assertThat(this.person.requests(HoldCredits.class)).hasSize(1);
		this.person.ledgerHolds();
		this.person.chat().awaitCard("training.ended.", "Tina is ready!");
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
	void avatarsAreBrowsedAndAnotherOneIsMadeMain() {
		this.person.paysFor("First");
		this.person.chat().awaitCard("training.ended.", "First is ready!");
		this.person.paysFor("Second");
		this.person.chat().awaitCard("training.ended.", "Second is ready!");
		this.person.chat().commands("avatars");
		Card main = this.person.chat().awaitCard("training.avatars", "First · ⭐ main");
		this.person.chat().presses(main, "Previous");
		Card second = this.person.chat().awaitCard("training.avatars", "Second");

		this.person.chat().presses(second, "Make main");

		this.person.chat().awaitCard("training.avatars", "Second · ⭐ main");
		this.person.hears(MainAvatarChosen.class);
		assertThat(this.person.events(MainAvatarChosen.class)).hasSize(1);
		assertThat(this.person.events(AvatarReady.class)).extracting(AvatarReady::main).containsExactly(true, false);
	}

	@Test
	void aStaleButtonIsAnsweredInWordsAndInRussianToo() {
		Person russian = this.person.in("ru");

		String press = russian.chat().presses("training:whatever:42");

		assertThat(russian.chat().awaitToast(press)).startsWith("Этого уже нет");
		russian.chat().awaitCard("training.avatars", "У вас пока нет аватара");
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
					"menu:main|account:balance|training:(avatars|new|(avatar|main|resume|gender|name|photos|discard|discard-yes|check|pay|retry|run|cancel|cancel-yes):.+)|generation:with:.+"));
	}

	@Test
	void anUploadThatFailsIsTriedAgain() {
		TrainingApp.fal().faults().add(Fault.next(Call.UPLOAD, new Effect.Answer(503)));
		this.person.paysFor("Wanda");

		this.person.chat().awaitCard("training.ended.", "Wanda is ready!");

		assertThat(this.person.settlements()).isEqualTo(1);
	}

}
