package studio.avatar.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.GenerationEvent.GenerationFailed;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply.ShowPictures;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.MessageCounters.Outcome;
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

/** Bad days: whatever happens, a generation is paid at most once and ends once. */
class GenerationIT {

	/**
	 * A picture has time on a busy machine; after a lost answer there is nothing to wait
	 * for.
	 */
	private static final Map<String, Object> SHORT_DEADLINES = Map.of("studio.generation.deadline", "8s",
			"studio.generation.unknown-deadline", "3s");

	@BeforeAll
	static void start() {
		ServiceUnderTest.startedWith(SHORT_DEADLINES);
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
	void aLostAnswerToASubmitIsNeverSubmittedAgainAndTheCreditsComeBack() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(true));

		UUID id = person.orders("lost on its way back");

		person.chat.awaitCard("generation." + id, "did not confirm");
		isExpired(person, id);
		assertThat(requests("lost on its way back")).hasSize(1);
	}

	@Test
	void aSubmitThatNeverArrivedIsTreatedLikeALostAnswer() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Cut(false));

		UUID id = person.orders("lost on its way there");

		isExpired(person, id);
		assertThat(requests("lost on its way there")).isEmpty();
	}

	@Test
	void anAnswerWithoutSenseIsNotSubmittedAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Nonsense());

		UUID id = person.orders("answered with nonsense");

		isExpired(person, id);
		assertThat(requests("answered with nonsense")).hasSize(1);
	}

	@Test
	void aServiceKilledWhileItSubmitsDoesNotSubmitAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		HoldCredits hold = person.pays(person.drafts("killed in between"));
		ServiceUnderTest.stop();
		wasSubmitting(hold.holdId());

		ServiceUnderTest.start();

		isExpired(person, hold.holdId());
		assertThat(requests("killed in between")).isEmpty();
	}

	@Test
	void aProviderThatSurelyDidNotTakeItIsAskedAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.SUBMIT, new Effect.Answer(503)).repeated(2));

		person.orders("third time lucky");

		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(requests("third time lucky")).hasSize(1);
	}

	@Test
	void creditsHeldSeveralTimesMakeOneGeneration() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		HoldCredits hold = person.pays(person.drafts("told over and over"));
		String first = person.isHeld(hold);

		PersonWithAvatar.WIRE.publish(Topic.CREDITS_EVENTS, person.chatId(), person.held(hold), first, "correlation");
		person.isHeld(hold);

		person.awaitPictures();
		person.isHeld(hold);
		person.hasCredits(995, 2);
		assertThat(requests("told over and over")).hasSize(1);
		assertThat(person.chat.replies(ShowPictures.class)).hasSize(1);
		assertThat(person.requests(CaptureCredits.class)).hasSize(1);
	}

	@Test
	void aDoubleTapOrdersOnce() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		Card draft = person.drafts("tapped by a nervous thumb");
		person.chat.presses(draft, "Create ·");

		String second = person.chat.presses(draft, "Create ·");

		assertThat(person.chat.awaitToast(second)).contains("being made");
		HoldCredits hold = person.nextHold(0);
		person.isHeld(hold);
		person.awaitPictures();
		assertThat(person.requests(HoldCredits.class)).hasSize(1);
	}

	@Test
	void resultsThatComeLateAreDelivered() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.STATUS, new Effect.Answer(500)).repeated(4));
		FAL.faults().add(Fault.next(Call.RESULT, new Effect.Cut(false)).repeated(2));

		person.orders("after a long silence");

		assertThat(person.awaitPictures().pictures()).hasSize(1);
		assertThat(requests("after a long silence")).hasSize(1);
	}

	@Test
	void aPictureThatIsNotThereIsNotPaid() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.orders("so that the model is sent");
		person.awaitPictures();
		FAL.faults().add(Fault.next(Call.FILE, new Effect.Answer(404)).always());

		UUID id = person.orders("gone before it came");

		person.chat.awaitCard("generation." + id, "damaged");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		assertThat(person.requests(CaptureCredits.class)).extracting(CaptureCredits::holdId).doesNotContain(id);
	}

	@Test
	void aPictureDamagedOnItsWayIsFetchedAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().add(Fault.next(Call.FILE, new Effect.Nonsense()));

		person.orders("through a bad line");

		assertThat(PersonWithAvatar.kept(person.awaitPictures().pictures().getFirst()).getWidth()).isEqualTo(1024);
	}

	@Test
	void whatTakesTooLongIsStoppedAndNotPaid() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.NeverFinish(false));

		UUID id = person.orders("drawn for ever");

		isExpired(person, id);
		await().untilAsserted(() -> assertThat(requests("drawn for ever")).singleElement()
			.extracting(SimulatedRequest::state)
			.isEqualTo(SimulatedRequest.State.COMPLETED));
	}

	@Test
	void whatIsCancelledWhileTheProviderIsBeingAskedIsStoppedThere() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofSeconds(2)));
		UUID id = person.orders("regretted at once");
		SimulatedRequest request = await().until(() -> requests("regretted at once"), (requests) -> !requests.isEmpty())
			.getFirst();

		person.chat.presses("generation:cancel:" + id);

		person.chat.awaitCard("generation." + id, "Cancelled");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		await().until(() -> FAL.journal()
			.calls()
			.stream()
			.anyMatch((call) -> call.path().endsWith(request.id() + "/cancel")));
		assertThat(person.chat.replies(ShowPictures.class)).isEmpty();
	}

	@Test
	void aModelThatOurStoreHasLostIsSaid() throws Exception {
		PersonWithAvatar person = PersonWithAvatar.stranger();
		MediaRef model = person.model();
		person.hasAvatar(model);
		Files.delete(Path.of(Backed.mediaFolder().toString(), model.key()));

		UUID id = person.orders("with a lost model");

		person.chat.awaitCard("generation." + id, "cannot be used");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		assertThat(requests("with a lost model")).isEmpty();
	}

	@Test
	void aModelFileThatExpiresSoonIsSentAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.orders("while the file is fresh");
		person.awaitPictures();
		rows().sql("update uploaded_models set expires_at = now() + interval '1 hour' where avatar_id = ?")
			.param(person.avatarId)
			.update();

		person.orders("when the file is old");

		person.awaitPictures(2);
		assertThat(modelOf("when the file is old")).isNotEqualTo(modelOf("while the file is fresh"));
	}

	@Test
	void aModelFileThatMayBeToBlameForAFailureIsSentAgain() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		FAL.faults().next(Call.SUBMIT, new Effect.FailJob(500, "internal_server_error", "no such file"));
		UUID failed = person.orders("with a file that vanished");
		person.chat.awaitCard("generation." + failed, "could not make it");

		person.orders("with a file sent anew");

		person.awaitPictures();
		assertThat(modelOf("with a file sent anew")).isNotEqualTo(modelOf("with a file that vanished"));
	}

	@Test
	void aPictureOfAnotherSizeIsNotDelivered() {
		withProvider(LyingProvider.withPicturesOf(512, 512, false), (person) -> {
			UUID id = person.orders("larger than it came");

			person.chat.awaitCard("generation." + id, "another shape");
			assertThat(person.awaitRelease().holdId()).isEqualTo(id);
			assertThat(person.chat.replies(ShowPictures.class)).isEmpty();
		});
	}

	@Test
	void aPictureThatIsFarTooLargeIsNotFetchedForEver() {
		withProvider(LyingProvider.withOnePictureOf(41 * 1024 * 1024), (person) -> {
			UUID id = person.orders("larger than a film");

			person.chat.awaitCard("generation." + id, "damaged");
			assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		});
	}

	@Test
	void whatIsMissingOfASetIsSaidAndNotPaid() {
		withProvider(LyingProvider.withPicturesOf(1024, 1024, true, false, false), (person) -> {
			person.chat.presses(person.drafts("three of four"), "× 4");
			person.isHeld(person.pays(person.chat.awaitCard("generation.draft.", "three of four")));

			ShowPictures shown = person.awaitPictures();
			assertThat(shown.pictures()).hasSize(2);
			assertThat(shown.content().text().text()).contains("2 pictures are missing", "10 credits are back",
					LyingProvider.SEED);
			assertThat(person.awaitCapture().amount()).isEqualTo(10);
		});
	}

	@Test
	void everyRecordIsAccountedFor() {
		PersonWithAvatar person = PersonWithAvatar.ready();
		person.orders("counted one by one");
		person.awaitPictures();

		MessageCounters counters = ServiceUnderTest.bean(MessageCounters.class);
		await().untilAsserted(() -> assertThat(
				List.of("generation/chat.generation", "generation/training.events", "generation/credits.events"))
			.allSatisfy((consumer) -> assertThat(counters.get(consumer, Outcome.RECEIVED)).isPositive()
				.isEqualTo(counters.get(consumer, Outcome.HANDLED) + counters.get(consumer, Outcome.DUPLICATE)
						+ counters.get(consumer, Outcome.UNRECOGNIZED) + counters.get(consumer, Outcome.PARKED))));
	}

	private static void isExpired(PersonWithAvatar person, UUID id) {
		person.chat.awaitCard("generation." + id, "took too long");
		assertThat(person.awaitRelease().holdId()).isEqualTo(id);
		await().untilAsserted(() -> assertThat(person.events()).hasOnlyElementsOfType(GenerationFailed.class));
		assertThat(person.requests(ReleaseCredits.class)).hasSize(1);
		assertThat(person.events()).noneMatch(GenerationCompleted.class::isInstance);
	}

	/** As a killed service leaves it: the intent is written down, and nothing else. */
	private static void wasSubmitting(UUID id) {
		rows().sql("update generations set status = 'SUBMITTING' where id = ?").param(id).update();
		rows()
			.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
					+ " values ('generation-work', ?, ?, false, 1)")
			.params(id.toString(), java.sql.Timestamp.from(Instant.now()))
			.update();
	}

	private static void withProvider(LyingProvider provider, Consumer<PersonWithAvatar> story) {
		try (provider) {
			ServiceUnderTest.startedWith(Map.of("FAL_QUEUE_URL", provider.url()));
			story.accept(PersonWithAvatar.ready());
		}
		finally {
			ServiceUnderTest.startedWith(SHORT_DEADLINES);
		}
	}

	private static String modelOf(String words) {
		return requests(words).getFirst().input().path("loras").path(0).path("path").asString();
	}

}
