package studio.avatar.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.testkit.Backed;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.SimulatedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.avatar.generation.PersonWithAvatar.await;
import static studio.avatar.generation.ServiceUnderTest.FAL;
import static studio.avatar.generation.ServiceUnderTest.requests;
import static studio.avatar.generation.ServiceUnderTest.rows;

/** Answers of the provider at the wrong moment: none that was paid for gets lost. */
class AnswersIT {

	@BeforeAll
	static void start() {
		ServiceUnderTest.startedWith(Map.of("studio.generation.unknown-deadline", "1s"));
	}

	@AfterAll
	static void stop() {
		ServiceUnderTest.stop();
	}

	@BeforeEach
	void nothingGoesWrong() {
		FAL.faults().clear();
	}

	@Test
	void anAcceptedRequestIsKnownAlthoughTheDatabaseStumblesRightThen() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		stumblesOverSubmitted(2);

		person.orders("written down at last");

		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(requests("written down at last")).hasSize(1);
		assertThat(rows().sql("select last_value from stumbles").query(Long.class).single()).isEqualTo(3);
		rows().sql("drop trigger stumble on generations").update();
	}

	@Test
	void afterALostAnswerTheCreditsComeBackLongBeforeTheDeadline() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));

		UUID id = person.orders("not waited for in vain");

		person.chat.awaitCard("generation." + id, "took too long");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
	}

	@Test
	void anAnswerThatWasGivenUpIsStillGood() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofSeconds(2)));
		UUID id = person.orders("later than thought");
		await().until(() -> !requests("later than thought").isEmpty());

		isGivenUp(id);

		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(requests("later than thought")).hasSize(1);
		assertThat(person.chat.replies(ShowPictures.class)).hasSize(1);
	}

	@Test
	void aFailedRequestEndsAtOnceWhateverItsFailureLooksLike() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.FailJob(503, "runner_disconnected", "The runner went away"));

		UUID id = person.orders("dropped by its runner");

		person.chat.awaitCard("generation." + id, "could not make it");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
	}

	@Test
	void aRequestThatTheProviderDoesNotKnowFailsLongBeforeItsDeadline() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.STATUS, new Effect.Answer(404)).always());

		UUID id = person.orders("forgotten by the studio");

		person.chat.awaitCard("generation." + id, "could not make it");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
	}

	@Test
	void aRequestThatTheProviderKnowsOnlyAfterAWhileIsWaitedFor() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.STATUS, new Effect.Answer(404)).repeated(4));

		person.orders("known a little later");

		assertThat(person.awaitPictures().pictures()).hasSize(1);
	}

	@Test
	void aRequestAtAnAddressThatIsNotTheProvidersFails() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(true));
		UUID id = person.orders("moved to another house");
		await().until(() -> !requests("moved to another house").isEmpty());

		await()
			.until(() -> rows()
				.sql("update generations set version = version + 1, status_url = ?"
						+ " where id = ? and status = 'SUBMITTED'")
				.params("http://127.0.0.1:1/status", id)
				.update() == 1);

		person.chat.awaitCard("generation." + id, "could not make it");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
	}

	@Test
	void whatWasDoneBeforeADeadlineThatPassedWithoutUsIsDelivered() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.STATUS, new Effect.Answer(500)).always());
		UUID id = person.orders("done while we were away");
		await().until(() -> is(id, "SUBMITTED") && isDone("done while we were away"));
		ServiceUnderTest.stop();
		FAL.faults().clear();
		onlyTheDeadlineIsLeft(id);

		ServiceUnderTest.start();

		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(person.awaitCapture().holdId()).isEqualTo(id);
	}

	@Test
	void picturesOfWhatWasCancelledDoNotStay() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.FILE, new Effect.Hang(Duration.ofSeconds(2))).always());
		person.chat.presses(person.drafts("regretted between two pictures"), "× 2");
		HoldCredits hold = person.pays(person.chat.awaitCard("generation.draft.", "regretted between two pictures"));
		person.isHeld(hold);
		Path pictures = Backed.mediaFolder().resolve("generations/" + hold.holdId());
		await().until(() -> Files.exists(pictures.resolve("1.jpg")));

		person.chat.presses("generation:cancel:" + hold.holdId());

		person.chat.awaitCard("generation." + hold.holdId(), "Cancelled");
		await().during(Duration.ofSeconds(3))
			.until(() -> Files.notExists(pictures.resolve("1.jpg")) && Files.notExists(pictures.resolve("2.jpg")));
	}

	private static boolean is(UUID id, String status) {
		return rows().sql("select status from generations where id = ?")
			.param(id)
			.query(String.class)
			.single()
			.equals(status);
	}

	private static boolean isDone(String words) {
		return requests(words).stream().anyMatch((request) -> request.state() == SimulatedRequest.State.COMPLETED);
	}

	/** It passed an hour ago. */
	private static void onlyTheDeadlineIsLeft(UUID id) {
		rows().sql("delete from scheduled_tasks where task_name = 'generation-work' and task_instance = ?")
			.param(id.toString())
			.update();
		rows()
			.sql("update scheduled_tasks set execution_time = now() - interval '1 hour'"
					+ " where task_name = 'generation-deadline' and task_instance = ?")
			.param(id.toString())
			.update();
	}

	/** As it is left by a second worker that takes the first one for dead. */
	private static void isGivenUp(UUID id) {
		assertThat(rows()
			.sql("update generations set status = 'UNKNOWN', version = version + 1"
					+ " where id = ? and status = 'SUBMITTING'")
			.param(id)
			.update()).isEqualTo(1);
		rows().sql("delete from scheduled_tasks where task_name = 'generation-work' and task_instance = ?")
			.param(id.toString())
			.update();
	}

	/**
	 * Lets so many attempts fail to write that a request was taken. The count survives
	 * their rolling back.
	 */
	private static void stumblesOverSubmitted(int times) {
		rows().sql("create sequence stumbles").update();
		rows().sql("""
				create function stumble() returns trigger language plpgsql as $$
				begin
				    if nextval('stumbles') <= %d then
				        raise exception 'the database stumbles';
				    end if;
				    return new;
				end $$""".formatted(times)).update();
		rows().sql("""
				create trigger stumble before update on generations for each row
				when (old.status = 'SUBMITTING' and new.status = 'SUBMITTED') execute function stumble()""").update();
	}

}
