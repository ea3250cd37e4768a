package studio.avatar.training;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
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

/**
 * What people live through from paying for a training to the model, and when it goes
 * wrong.
 */
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
	void tooFewCreditsBeginNothing() {
		UUID draft = this.person.hasPhotosOf("Paula");
		this.person.chat().presses("training:pay:" + draft + ":100");
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
		assertThat(this.person.chat().pressesInVain("training:cancel-yes:" + run).text().text()).contains("is stopped");
		assertThat(this.person.chat().pressesInVain("training:cancel:" + run).text().text()).contains("is stopped");
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
	void anotherPriceThanTheButtonSaysIsShownFirst() {
		UUID draft = this.person.hasPhotosOf("Greta");

		Card check = this.person.chat().pressesInVain("training:pay:" + draft + ":1");

		assertThat(check.text().text()).contains("Ready to train?", "100 credits");
		assertThat(this.person.requests(HoldCredits.class)).isEmpty();
	}

	@Test
	void tappingPayTwiceMakesOneRun() {
		UUID draft = this.person.hasPhotosOf("Tina");
		this.person.chat().presses("training:pay:" + draft + ":100");
		String second = this.person.chat().presses("training:pay:" + draft + ":100");

		assertThat(this.person.chat().awaitToast(second)).contains("under way already");

		assertThat(this.person.requests(HoldCredits.class)).hasSize(1);
		this.person.ledgerHolds();
		this.person.chat().awaitCard("training.ended.", "Tina is ready!");
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
	void anUploadThatFailsIsTriedAgain() {
		TrainingApp.fal().faults().add(Fault.next(Call.UPLOAD, new Effect.Answer(503)));
		this.person.paysFor("Wanda");

		this.person.chat().awaitCard("training.ended.", "Wanda is ready!");

		assertThat(this.person.settlements()).isEqualTo(1);
	}

}
