package studio.avatar.training.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.testkit.CallbackRelay;
import studio.avatar.common.testkit.QueueWithSecondThoughts;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The provider calls when a run has ended. A service that would ask by itself only in an
 * hour has heard of the end by that call. The order only saves starts of the service.
 */
@TestMethodOrder(OrderAnnotation.class)
class RunCallbackIT extends RunStories {

	private static final CallbackRelay GATEWAY = new CallbackRelay(TrainingApp.wire());

	private static final String CALLED = "FAL_WEBHOOK_URL=" + GATEWAY.url();

	private static final String[] ASKS_LATE = { CALLED, "studio.training.runs.first-poll=1h",
			"studio.training.runs.slowest-poll=1h" };

	@AfterAll
	static void stop() {
		TrainingApp.stop();
		GATEWAY.close();
	}

	@BeforeEach
	void nothingIsHeldBack() {
		GATEWAY.release();
	}

	@Test
	void aRunIsFinishedByTheProvidersCall() {
		someone(ASKS_LATE);

		this.person.paysFor("Called");

		assertOneModel("Called");
		assertThat(submits()).isEqualTo(1);
	}

	@Test
	void aCallThatComesTwiceFinishesARunOnce() {
		someone(ASKS_LATE);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.WebhookTimes(2));

		UUID run = this.person.paysFor("Twice");

		assertOneModel("Twice");
		Awaitility.await().until(() -> GATEWAY.heard(run).size() == 2);
		assertSettledOnce();
	}

	@Test
	@Order(1)
	void aRunIsFinishedWithoutACallToo() {
		someone(CALLED);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.WebhookTimes(0));

		UUID run = this.person.paysFor("Uncalled");

		assertOneModel("Uncalled");
		assertThat(GATEWAY.heard(run)).isEmpty();
	}

	@Test
	@Order(1)
	void aCallAboutARunThatHasEndedChangesNothing() {
		someone(CALLED);
		GATEWAY.hold();
		UUID run = this.person.paysFor("Ended");
		assertOneModel("Ended");
		Awaitility.await().until(() -> !GATEWAY.heard(run).isEmpty());

		GATEWAY.release();

		assertOneModelStill("Ended");
	}

	@Test
	void aFailureThatTheProviderCallsAboutIsToldAndPaidBack() {
		someone(ASKS_LATE);
		TrainingApp.fal().faults().next(Call.SUBMIT, Effect.FailJob.training());

		this.person.paysFor("Broken");

		this.person.chat().awaitCard("training.ended.", "broke down");
		assertRefundedOnce();
	}

	@Test
	void aCallBeforeTheSubmitIsAnsweredIsGood() {
		someone(ASKS_LATE);
		int stopsBefore = stops();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(1800)));

		this.person.paysFor("Early");

		assertOneModel("Early");
		assertThat(submits()).isEqualTo(1);
		assertThat(stops()).isEqualTo(stopsBefore);
	}

	@Test
	void aLostAnswerToASubmitIsFoundByTheCall() {
		someone(ASKS_LATE);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));

		this.person.paysFor("Found");

		assertOneModel("Found");
		assertThat(submits()).isEqualTo(1);
		assertThat(this.person.events(TrainingStarted.class)).hasSize(1);
		assertSettledOnce();
	}

	@Test
	void aRunThatTheProviderSaidItDidNotTakeAndCallsAboutIsNotSubmittedAgain() {
		someone(ASKS_LATE);
		GATEWAY.hold();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID run = this.person.paysFor("Taken");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !GATEWAY.heard(run).isEmpty());
		setStatus(run, "HELD");

		GATEWAY.release();

		assertOneModel("Taken");
		assertThat(submits()).isEqualTo(1);
	}

	@Test
	@Order(1)
	void aCallAboutARunThatExpiredMeanwhileDeliversNothingAndTheCreditsStayBack() {
		someone(CALLED, "studio.training.runs.unknown-deadline=300ms");
		GATEWAY.hold();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID run = this.person.paysFor("Gone");
		this.person.chat().awaitCard("training.ended.", "took too long");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !GATEWAY.heard(run).isEmpty());

		GATEWAY.release();

		assertNothingMoreHappensTo(run, "EXPIRED");
		assertRefundedOnce();
		assertThat(this.person.events(AvatarReady.class)).isEmpty();
	}

	@Test
	void aCallWithoutTheRightProofOrForAnotherServiceChangesNothing() {
		someone(ASKS_LATE);
		GATEWAY.hold();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID run = this.person.paysFor("Proved");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !GATEWAY.heard(run).isEmpty());
		JobEnded right = GATEWAY.heard(run).getFirst();

		GATEWAY.tell(new JobEnded(ServiceName.TRAINING, run, "x".repeat(43), right.requestId(), true, Instant.now()));
		GATEWAY.tell(new JobEnded(ServiceName.GENERATION, run, right.proof(), right.requestId(), true, Instant.now()));
		GATEWAY.tell(new JobEnded(ServiceName.TRAINING, UUID.randomUUID(), right.proof(), right.requestId(), true,
				Instant.now()));

		assertNothingMoreHappensTo(run, "UNKNOWN");
		GATEWAY.release();
		assertOneModel("Proved");
	}

	@Test
	void aCallWhileTheServiceIsDownIsHeardAfterwards() {
		someone(ASKS_LATE);
		GATEWAY.hold();
		UUID run = this.person.paysFor("Asleep");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !GATEWAY.heard(run).isEmpty());
		TrainingApp.stop();

		GATEWAY.release();
		TrainingApp.with(ASKS_LATE);

		assertOneModel("Asleep");
	}

	@Test
	void aCallWhileTheProviderIsBeingAskedIsNotLost() {
		someone(ASKS_LATE);
		GATEWAY.hold();
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.NeverFinish(false));
		TrainingApp.fal().faults().next(Call.STATUS, new Effect.Hang(Duration.ofMillis(1800)));
		UUID run = this.person.paysFor("Meanwhile");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "SUBMITTED".equals(status(run)));
		int asked = asked();
		isAskedAboutNow(run);
		Awaitility.await().until(() -> isBeingAskedAbout(run));

		GATEWAY.tell(new JobEnded(ServiceName.TRAINING, run, proofIn(run), requestOf(run), true, Instant.now()));

		Awaitility.await().until(() -> asked() >= asked + 2);
	}

	@Test
	@Order(1)
	void aSecondRequestThatTheProviderTookIsStoppedThere() {
		try (QueueWithSecondThoughts queue = new QueueWithSecondThoughts(200)) {
			UUID run = paysAt(queue, "Second");

			Awaitility.await().until(() -> !queue.stopped().isEmpty());

			assertThat(queue.stopped()).containsExactly("/requests/the-second/cancel");
			assertThat(requestOf(run)).isEqualTo(QueueWithSecondThoughts.FIRST);
			assertNothingMoreHappensTo(run, "SUBMITTED");
		}
	}

	@Test
	@Order(1)
	void aSecondSubmitThatIsRefusedFailsNothingThatTheProviderTookBefore() {
		try (QueueWithSecondThoughts queue = new QueueWithSecondThoughts(403)) {
			UUID run = paysAt(queue, "Refused");

			Awaitility.await().until(() -> "SUBMITTED".equals(status(run)));

			assertNothingMoreHappensTo(run, "SUBMITTED");
			assertThat(this.person.requests(ReleaseCredits.class)).isEmpty();
		}
	}

	/** The run's first request is called about while the second submit is answered. */
	private UUID paysAt(QueueWithSecondThoughts queue, String name) {
		someone(CALLED, "FAL_QUEUE_URL=" + queue.url());
		int before = ofTheFirst();
		queue.answersWhen(() -> ofTheFirst() > before);
		return this.person.paysFor(name);
	}

	private static int ofTheFirst() {
		return TrainingApp.database()
			.sql("select count(*) from training_run where status = 'SUBMITTED' and provider_request_id = ?")
			.param(QueueWithSecondThoughts.FIRST)
			.query(Integer.class)
			.single();
	}

	private static int asked() {
		return (int) TrainingApp.fal()
			.journal()
			.calls()
			.stream()
			.filter((call) -> call.path().contains("/status"))
			.count();
	}

	private static boolean isBeingAskedAbout(UUID run) {
		return TrainingApp.database()
			.sql("select picked from scheduled_tasks where task_name = 'training-run' and task_instance = ?")
			.param(run.toString())
			.query(Boolean.class)
			.single();
	}

	private static String requestOf(UUID run) {
		return TrainingApp.database()
			.sql("select provider_request_id from training_run where id = ?")
			.param(run)
			.query(String.class)
			.single();
	}

	/** The proof in the address that the provider was given for a run. */
	private static String proofIn(UUID run) {
		return TrainingApp.fal()
			.journal()
			.calls()
			.stream()
			.filter((call) -> call.path().contains("fal_webhook") && call.path().contains(run.toString()))
			.map((call) -> call.path().replaceAll(".*proof%3D", ""))
			.findFirst()
			.orElseThrow();
	}

	/** Just once; what it hears is what was true when it asked. */
	private static void isAskedAboutNow(UUID run) {
		TrainingApp.database()
			.sql("update scheduled_tasks set execution_time = now() where task_name = 'training-run' and task_instance = ?")
			.param(run.toString())
			.update();
	}

	private void assertOneModelStill(String name) {
		Awaitility.await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertOneModel(name);
			assertSettledOnce();
		});
	}

	private void assertSettledOnce() {
		assertThat(this.person.settlements()).isEqualTo(1);
	}

	private static void assertNothingMoreHappensTo(UUID run, String status) {
		Awaitility.await()
			.during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(20))
			.until(() -> status.equals(status(run)));
	}

}
