package studio.avatar.training.run;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A paid run through bad days: lost answers, a provider that fails, a service that dies.
 */
class TrainingRunIT extends RunStories {

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

	@ParameterizedTest
	@ValueSource(ints = { 500, 503, 504 })
	void aRunThatBreaksDownEndsAtOnceWhateverItsResultIsAnsweredWith(int status) {
		someone();
		TrainingApp.fal()
			.faults()
			.next(Call.SUBMIT, new Effect.FailJob(status, "runner_server_error", "The runner broke down"));

		this.person.paysFor("Broken");

		this.person.chat().awaitCard("training.ended.", "broke down");
		assertRefundedOnce();
	}

	@Test
	void aRunThatIsSaidToBeSomewhereElseIsNeverAskedAboutThere() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		UUID run = this.person.paysFor("Elsewhere");
		this.person.hears(TrainingStarted.class);

		TrainingApp.database()
			.sql("update training_run set status_url = 'http://127.0.0.1:1/status', version = version + 1 where id = ?")
			.param(run)
			.update();

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

}
