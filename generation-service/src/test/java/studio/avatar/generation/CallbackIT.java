package studio.avatar.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.testkit.CallbackRelay;
import studio.avatar.common.testkit.QueueWithSecondThoughts;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.PersonWithAvatar.await;
import static studio.avatar.generation.ServiceUnderTest.FAL;
import static studio.avatar.generation.ServiceUnderTest.requests;
import static studio.avatar.generation.ServiceUnderTest.rows;

/**
 * The provider calls when pictures are done. A service that would ask by itself only in
 * an hour has heard of them by that call. The order only saves starts of the service.
 */
@TestMethodOrder(OrderAnnotation.class)
class CallbackIT {

	private static final CallbackRelay GATEWAY = new CallbackRelay(PersonWithAvatar.WIRE);

	private static final Map<String, Object> CALLED = Map.of("FAL_WEBHOOK_URL", GATEWAY.url(),
			"studio.fal.answer-timeout", "2s");

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
		GATEWAY.close();
	}

	@BeforeEach
	void nothingGoesWrong() {
		FAL.faults().clear();
		GATEWAY.release();
	}

	@Test
	void picturesComeByTheProvidersCall() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();

		UUID id = person.orders("told by the provider itself");

		assertPicturesOnce(person, id);
		assertThat(requests("told by the provider itself")).hasSize(1);
	}

	@Test
	void aCallThatComesTwiceBringsPicturesOnce() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, new Effect.WebhookTimes(2));

		UUID id = person.orders("called twice");

		await().until(() -> GATEWAY.heard(id).size() == 2);
		assertPicturesOnce(person, id);
	}

	@Test
	@Order(1)
	void picturesComeWithoutACallToo() {
		PersonWithAvatar person = someone(CALLED);
		FAL.faults().next(Call.SUBMIT, new Effect.WebhookTimes(0));

		UUID id = person.orders("never called");

		assertPicturesOnce(person, id);
		assertThat(GATEWAY.heard(id)).isEmpty();
	}

	@Test
	@Order(1)
	void aCallAboutPicturesThatWereDeliveredChangesNothing() {
		PersonWithAvatar person = someone(CALLED);
		GATEWAY.hold();
		UUID id = person.orders("called late");
		person.awaitCapture();
		await().until(() -> !GATEWAY.heard(id).isEmpty());

		GATEWAY.release();

		assertPicturesOnce(person, id);
	}

	@Test
	void aRefusalThatTheProviderCallsAboutIsToldAndPaidBack() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, Effect.FailJob.contentPolicy());

		UUID id = person.orders("called and refused");

		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		assertThat(person.requests(CaptureCredits.class)).isEmpty();
	}

	@Test
	void aCallBeforeTheSubmitIsAnsweredIsGood() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofMillis(1500)));

		UUID id = person.orders("called early");

		assertPicturesOnce(person, id);
		assertThat(requests("called early")).hasSize(1);
	}

	@Test
	void aCallWhileAnAnswerIsLateForEverFindsTheRequest() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofSeconds(4)));

		UUID id = person.orders("called while waiting");

		assertPicturesOnce(person, id);
		assertThat(requests("called while waiting")).hasSize(1);
	}

	@Test
	void aLostAnswerToASubmitIsFoundByTheCall() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));

		UUID id = person.orders("lost and found");

		assertPicturesOnce(person, id);
		assertThat(requests("lost and found")).hasSize(1);
	}

	@Test
	void aRequestThatTheProviderSaidItDidNotTakeAndCallsAboutIsNotSubmittedAgain() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		GATEWAY.hold();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID id = person.orders("taken after all");
		awaitStatus(id, "UNKNOWN");
		await().until(() -> !GATEWAY.heard(id).isEmpty());
		rows().sql("update generations set status = 'HELD', version = version + 1 where id = ?").param(id).update();

		GATEWAY.release();

		assertPicturesOnce(person, id);
		assertThat(requests("taken after all")).hasSize(1);
	}

	@Test
	@Order(1)
	void aCallAboutWhatExpiredMeanwhileDeliversNothingAndTheCreditsStayBack() {
		Map<String, Object> impatient = new HashMap<>(CALLED);
		impatient.put("studio.generation.unknown-deadline", "300ms");
		PersonWithAvatar person = someone(impatient);
		GATEWAY.hold();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID id = person.orders("given up before");
		awaitStatus(id, "EXPIRED");
		await().until(() -> !GATEWAY.heard(id).isEmpty());

		GATEWAY.release();

		assertStays(id, "EXPIRED");
		assertThat(person.chat.replies(ShowPictures.class)).isEmpty();
		assertThat(person.requests(ReleaseCredits.class)).hasSize(1);
		assertThat(person.requests(CaptureCredits.class)).isEmpty();
	}

	@Test
	void aCallWithoutTheRightProofOrForAnotherServiceChangesNothing() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		GATEWAY.hold();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));
		UUID id = person.orders("called by a stranger");
		awaitStatus(id, "UNKNOWN");
		await().until(() -> !GATEWAY.heard(id).isEmpty());
		JobEnded right = GATEWAY.heard(id).getFirst();

		GATEWAY.tell(new JobEnded(ServiceName.GENERATION, id, "x".repeat(43), right.requestId(), true, Instant.now()));
		GATEWAY.tell(new JobEnded(ServiceName.TRAINING, id, right.proof(), right.requestId(), true, Instant.now()));

		assertStays(id, "UNKNOWN");
		GATEWAY.release();
		assertPicturesOnce(person, id);
	}

	@Test
	void aCallWhileTheServiceIsDownIsHeardAfterwards() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		GATEWAY.hold();
		UUID id = person.orders("called while asleep");
		await().until(() -> !GATEWAY.heard(id).isEmpty());
		ServiceUnderTest.stop();

		GATEWAY.release();
		ServiceUnderTest.start();

		assertPicturesOnce(person, id);
	}

	@Test
	void aCallWhileTheProviderIsBeingAskedIsNotLost() {
		PersonWithAvatar person = someoneOfAServiceThatAsksLate();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(false));
		FAL.faults().next(Call.STATUS, new Effect.Hang(Duration.ofMillis(1500)));
		UUID id = person.orders("called meanwhile");
		awaitStatus(id, "SUBMITTED");
		int asked = asked();
		isAskedAboutNow(id);
		await().until(() -> isBeingAsked(id));

		GATEWAY.tell(new JobEnded(ServiceName.GENERATION, id, proofIn("called meanwhile"), "of-no-interest", true,
				Instant.now()));

		await().until(() -> asked() >= asked + 2);
	}

	@Test
	@Order(1)
	void aSecondRequestThatTheProviderTookIsStoppedThere() {
		try (QueueWithSecondThoughts queue = new QueueWithSecondThoughts(200)) {
			PersonWithAvatar person = someoneAt(queue);

			UUID id = person.orders("taken twice");

			await().until(() -> !queue.stopped().isEmpty());
			assertThat(queue.stopped()).containsExactly("/requests/the-second/cancel");
			assertStays(id, "SUBMITTED");
		}
	}

	@Test
	@Order(1)
	void aSecondSubmitThatIsRefusedFailsNothingThatTheProviderTookBefore() {
		try (QueueWithSecondThoughts queue = new QueueWithSecondThoughts(403)) {
			PersonWithAvatar person = someoneAt(queue);

			UUID id = person.orders("refused the second time");

			awaitStatus(id, "SUBMITTED");
			assertStays(id, "SUBMITTED");
			assertThat(person.requests(ReleaseCredits.class)).isEmpty();
		}
	}

	/** What the provider calls about while it is asked is what it took before. */
	private static PersonWithAvatar someoneAt(QueueWithSecondThoughts queue) {
		Map<String, Object> settings = new HashMap<>(CALLED);
		settings.put("FAL_QUEUE_URL", queue.url());
		PersonWithAvatar person = someone(settings);
		int before = ofTheFirst();
		queue.answersWhen(() -> ofTheFirst() > before);
		return person;
	}

	private static int ofTheFirst() {
		return rows().sql("select count(*) from generations where status = 'SUBMITTED' and request_id = ?")
			.param(QueueWithSecondThoughts.FIRST)
			.query(Integer.class)
			.single();
	}

	private static PersonWithAvatar someone(Map<String, Object> settings) {
		ServiceUnderTest.startedWith(settings);
		return PersonWithAvatar.ready();
	}

	private static PersonWithAvatar someoneOfAServiceThatAsksLate() {
		Map<String, Object> late = new HashMap<>(CALLED);
		late.put("studio.generation.poll.first", "1h");
		late.put("studio.generation.poll.longest", "1h");
		return someone(late);
	}

	private static void assertPicturesOnce(PersonWithAvatar person, UUID id) {
		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(person.awaitCapture().holdId()).isEqualTo(id);
		await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
			assertThat(person.chat.replies(ShowPictures.class)).hasSize(1);
			assertThat(person.requests(CaptureCredits.class)).hasSize(1);
			assertThat(person.requests(ReleaseCredits.class)).isEmpty();
		});
	}

	private static void awaitStatus(UUID id, String status) {
		await().until(() -> status(id).equals(status));
	}

	private static void assertStays(UUID id, String status) {
		await().during(Duration.ofSeconds(2)).until(() -> status(id).equals(status));
	}

	private static String status(UUID id) {
		return rows().sql("select status from generations where id = ?").param(id).query(String.class).single();
	}

	private static void isAskedAboutNow(UUID id) {
		rows()
			.sql("update scheduled_tasks set execution_time = now()"
					+ " where task_name = 'generation-work' and task_instance = ?")
			.param(id.toString())
			.update();
	}

	private static boolean isBeingAsked(UUID id) {
		return rows()
			.sql("select picked from scheduled_tasks where task_name = 'generation-work' and task_instance = ?")
			.param(id.toString())
			.query(Boolean.class)
			.single();
	}

	private static int asked() {
		return (int) FAL.journal().calls().stream().filter((call) -> call.path().contains("/status")).count();
	}

	/** The proof in the address that the provider was given with a prompt. */
	private static String proofIn(String words) {
		return FAL.journal()
			.calls()
			.stream()
			.filter((call) -> call.path().contains("fal_webhook") && call.body().contains(words))
			.map((call) -> call.path().replaceAll(".*proof%3D", ""))
			.findFirst()
			.orElseThrow();
	}

}
