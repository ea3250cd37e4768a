package studio.avatar.training.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.testkit.Backed;
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

		Card refused = this.person.chat().awaitCard("training.ended.", "does not accept these photos");
		assertRefundedOnce();
		assertThat(refused.keyboard().toString()).doesNotContain("training:retry");
	}

	@Test
	void photosThatTheProviderRefusesAreReplacedByOthers() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, Effect.FailJob.contentPolicy());
		this.person.paysFor("Replaced");
		Card refused = this.person.chat().awaitCard("training.ended.", "does not accept these photos");
		this.person.chat().presses(refused, "Send other photos");
		this.person.chat().presses(this.person.chat().awaitCard("training.draft.", "will be deleted"), "Yes");
		this.person.chat().awaitCard("training.draft.", "0 of 10 photos");
		this.person.sendsAlbum(1, 10);

		Card enough = this.person.chat().awaitCard("training.draft.", "10 accepted");

		this.person.chat().presses(enough, "Check and train");
		this.person.chat().presses(this.person.chat().awaitCard("training.draft.", "Ready to train?"), "Pay 100");
		this.person.ledgerHolds();
		assertOneModel("Replaced");
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
	void aModelThatIsTooLargeIsNotFetchedForEver() {
		someone("studio.training.runs.largest-model=100B");

		this.person.paysFor("Huge");

		this.person.chat().awaitCard("training.ended.", "cannot be used");
		assertRefundedOnce();
	}

	@Test
	void anAcceptedRunIsNotLostWhenTheDatabaseIsAwayForAMoment() {
		someone();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(1000)));
		UUID run = this.person.paysFor("Hiccup");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "SUBMITTING".equals(status(run)));

		TrainingApp.database().sql("alter table training_run rename to training_run_away").update();

		Awaitility.await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> submits() == 1);
		TrainingApp.database().sql("alter table training_run_away rename to training_run").update();
		assertOneModel("Hiccup");
		assertThat(submits()).isEqualTo(1);
	}

	@Test
	void theModelOfARunStoppedWhileItWasFetchedIsNotKept() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.FILE, new Effect.Hang(Duration.ofSeconds(2))).always());
		int resultsBefore = results();
		UUID run = this.person.paysFor("Unwanted");
		Path models = Backed.mediaFolder().resolve("training/models/" + this.person.draft());
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> results() > resultsBefore);

		this.person.chat().presses("training:cancel-yes:" + run);

		this.person.chat().awaitCard("training.ended.", "is stopped");
		Awaitility.await()
			.during(Duration.ofSeconds(1))
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(models).isEmptyDirectory());
		assertRefundedOnce();
	}

	private static int results() {
		return (int) TrainingApp.fal()
			.journal()
			.calls()
			.stream()
			.filter((call) -> call.verb().equals("GET") && call.path().matches(".*/requests/[^/]+"))
			.count();
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
