package studio.avatar.training.run;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.media.MediaStore;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.Person;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A paid run through bad days: lost answers, a provider that fails, a service that dies.
 */
class TrainingRunIT {

	private static final String TRAINER = "fal-ai/flux-lora-portrait-trainer";

	private static final String SOON = "studio.training.runs.deadline=6s";

	private Person person;

	private int submitsBefore;

	@BeforeEach
	void quietProvider() {
		TrainingApp.fal().faults().clear();
		this.submitsBefore = TrainingApp.fal().journal().submits(TRAINER);
	}

	@Test
	void anAnswerLostAfterTheSubmitIsNeverAskedForAgainAndTheCreditsComeBack() {
		someone(SOON);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));

		this.person.paysFor("Lost");

		this.person.chat().awaitCard("training.run.", "its answer got lost");
		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	void anAnswerThatComesTooLateIsALostOne() {
		someone(SOON);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofSeconds(4)));

		this.person.paysFor("Late");

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	void anAnswerThatMakesNoSenseIsALostOne() {
		someone(SOON);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Nonsense());

		this.person.paysFor("Nonsense");

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	void aServiceKilledWhileSubmittingDoesNotSubmitAgain() {
		someone(SOON);
		UUID run = dieWhileSending("Killed");
		setStatus(run, "SUBMITTING");
		TrainingApp.fal().faults().clear();

		TrainingApp.with(SOON);

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isZero();
		assertRefundedOnce();
	}

	@Test
	void aServiceKilledBeforeTheSubmitGoesOn() {
		someone();
		dieWhileSending("Early");
		TrainingApp.fal().faults().clear();

		TrainingApp.with();

		assertOneModel("Early");
	}

	@Test
	void aServiceStoppedWhilePollingGoesOn() {
		someone();
		this.person.paysFor("Restarted");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> !this.person.events(TrainingStarted.class).isEmpty());

		TrainingApp.restart();

		assertOneModel("Restarted");
	}

	@Test
	void aServiceStoppedWhileCopyingTheModelCopiesItAfterwards() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.FILE, new Effect.Answer(503)).always());
		this.person.paysFor("Copy");
		this.person.chat().awaitCard("training.run.", "No answer from the training service");
		TrainingApp.stop();
		TrainingApp.fal().faults().clear();

		TrainingApp.with();

		assertOneModel("Copy");
	}

	@Test
	void aProviderThatIsFullIsAskedLater() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.SUBMIT, new Effect.Answer(503)).repeated(2));

		this.person.paysFor("Busy");

		assertOneModel("Busy");
	}

	@Test
	void aRefusedSubmitCostsNothing() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Answer(422));

		this.person.paysFor("Refused");

		this.person.chat().awaitCard("training.ended.", "did not take the order");
		assertThat(submits()).isZero();
		assertRefundedOnce();
	}

	@Test
	void photosThatTheProviderRefusesAreNamedAsTheReason() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, Effect.FailJob.contentPolicy());

		this.person.paysFor("Policy");

		this.person.chat().awaitCard("training.ended.", "does not accept these photos");
		assertRefundedOnce();
	}

	@Test
	void questionsThatFailAreAskedAgain() {
		someone();
		TrainingApp.fal().faults().next(Call.STATUS, new Effect.Answer(500));
		TrainingApp.fal().faults().next(Call.STATUS, new Effect.Cut(false));
		TrainingApp.fal().faults().next(Call.STATUS, new Effect.Nonsense());
		TrainingApp.fal().faults().next(Call.RESULT, new Effect.Answer(503));
		TrainingApp.fal().faults().next(Call.FILE, new Effect.Cut(true));

		this.person.paysFor("Patient");

		assertOneModel("Patient");
	}

	@Test
	void aRunThatTheProviderForgetsIsGivenUp() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.STATUS, new Effect.Answer(404)).always());

		this.person.paysFor("Forgotten");

		this.person.chat().awaitCard("training.ended.", "has lost this training");
		assertRefundedOnce();
	}

	@Test
	void aFileThatIsNoModelIsNeverTakenForOne() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.FILE, new Effect.Nonsense()).always());

		this.person.paysFor("Damaged");

		this.person.chat().awaitCard("training.ended.", "cannot be used");
		assertThat(this.person.events(AvatarReady.class)).isEmpty();
		assertRefundedOnce();
	}

	@Test
	void aRunBeyondItsDeadlineIsStoppedAndPaidBackAndCanBeTriedAgain() {
		someone("studio.training.runs.deadline=2s");
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.NeverFinish(false));
		int stopsBefore = stops();
		this.person.paysFor("Slow");

		Card expired = this.person.chat().awaitCard("training.ended.", "took too long");

		assertRefundedOnce();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stops() > stopsBefore);
		TrainingApp.with();
		this.person.chat().presses(expired, "Try again");
		this.person.ledgerHolds();
		assertOneModel("Slow");
	}

	@Test
	void aRunStoppedWhileItIsSubmittedIsStoppedAtTheProviderToo() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(1500)));
		int stopsBefore = stops();
		UUID run = this.person.paysFor("Quick");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "SUBMITTING".equals(status(run)));

		this.person.chat().presses("training:cancel-yes:" + run);

		this.person.chat().awaitCard("training.ended.", "is stopped");
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stops() > stopsBefore);
		assertThat(this.person.events(TrainingStarted.class)).isEmpty();
		assertRefundedOnce();
	}

	@Test
	void aHoldToldTwiceBeginsOneRun() {
		someone();
		UUID run = this.person.paysFor("Twice");
		TrainingApp.wire()
			.publish(Topic.CREDITS_EVENTS, this.person.id(),
					new CreditsHeld(run, this.person.id(), this.person.id(), 100));

		assertOneModel("Twice");
		TrainingApp.wire()
			.publish(Topic.CREDITS_EVENTS, this.person.id(),
					new CreditsHeld(run, this.person.id(), this.person.id(), 100));
		this.person.chat().presses("training:cancel-yes:" + run);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.person.outcomes().size() == 2);
		assertThat(this.person.settlements()).isEqualTo(1);
	}

	@Test
	void aHoldOfAnotherServiceIsNoneOfOurBusiness() {
		someone();

		TrainingApp.wire()
			.publish(Topic.CREDITS_EVENTS, this.person.id(),
					new CreditsHeld(UUID.randomUUID(), this.person.id(), this.person.id(), 5));

		this.person.paysFor("Alone");
		assertOneModel("Alone");
		assertThat(TrainingApp.wire().raw(Topic.parkedBy(ServiceName.TRAINING))).isEmpty();
	}

	/**
	 * The service dies while the photos are on their way: held, and nothing submitted.
	 */
	private UUID dieWhileSending(String name) {
		TrainingApp.fal().faults().add(Fault.next(Call.UPLOAD, new Effect.Answer(503)).always());
		UUID run = this.person.paysFor(name);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "HELD".equals(status(run)));
		TrainingApp.stop();
		return run;
	}

	private void someone(String... settings) {
		this.person = Person.of(TrainingApp.with(settings).getBean(MediaStore.class));
	}

	private void assertOneModel(String name) {
		this.person.chat().awaitCard("training.ended.", name + " is ready!");
		assertThat(this.person.events(AvatarReady.class)).hasSize(1);
		assertThat(this.person.requests(CaptureCredits.class)).hasSize(1);
		assertThat(this.person.outcomes().stream().filter((card) -> card.text().text().contains("is ready!")))
			.hasSize(1);
	}

	private void assertRefundedOnce() {
		assertThat(this.person.requests(ReleaseCredits.class)).hasSize(1);
		assertThat(this.person.requests(CaptureCredits.class)).isEmpty();
		assertThat(this.person.outcomes()).hasSize(1);
	}

	private int submits() {
		return TrainingApp.fal().journal().submits(TRAINER) - this.submitsBefore;
	}

	private static int stops() {
		return (int) TrainingApp.fal()
			.journal()
			.calls()
			.stream()
			.filter((call) -> call.verb().equals("PUT") && call.path().endsWith("/cancel"))
			.count();
	}

	private static String status(UUID run) {
		return TrainingApp.database()
			.sql("select status from training_run where id = ?")
			.param(run)
			.query(String.class)
			.single();
	}

	private static void setStatus(UUID run, String status) {
		TrainingApp.database().sql("update training_run set status = ? where id = ?").params(status, run).update();
	}

}
