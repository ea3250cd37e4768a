package studio.avatar.training.run;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.media.MediaStore;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.Person;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stories about paid runs have in common: a person, and what must be true in the
 * end.
 */
abstract class RunStories {

	private static final String TRAINER = "fal-ai/flux-lora-portrait-trainer";

	Person person;

	private int submitsBefore;

	@BeforeEach
	void quietProvider() {
		TrainingApp.fal().faults().clear();
		this.submitsBefore = TrainingApp.fal().journal().submits(TRAINER);
	}

	/**
	 * The service dies while the photos are on their way: held, and nothing submitted.
	 */
	final UUID dieWhileSending(String name) {
		TrainingApp.fal().faults().add(Fault.next(Call.UPLOAD, new Effect.Answer(503)).always());
		UUID run = this.person.paysFor(name);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "HELD".equals(status(run)));
		TrainingApp.stop();
		return run;
	}

	final void someone(String... settings) {
		this.person = Person.of(TrainingApp.with(settings).getBean(MediaStore.class));
	}

	final void assertOneModel(String name) {
		this.person.chat().awaitCard("training.ended.", name + " is ready!");
		heardSoon(() -> assertThat(this.person.events(AvatarReady.class)).hasSize(1));
		heardSoon(() -> assertThat(this.person.requests(CaptureCredits.class)).hasSize(1));
		assertThat(this.person.outcomes().stream().filter((card) -> card.text().text().contains("is ready!")))
			.hasSize(1);
	}

	final void assertRefundedOnce() {
		heardSoon(() -> assertThat(this.person.requests(ReleaseCredits.class)).hasSize(1));
		assertThat(this.person.requests(CaptureCredits.class)).isEmpty();
		assertThat(this.person.outcomes()).hasSize(1);
	}

	/** What goes to other topics than the card may be heard a moment later. */
	private static void heardSoon(ThrowingRunnable claim) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(claim);
	}

	final int submits() {
		return TrainingApp.fal().journal().submits(TRAINER) - this.submitsBefore;
	}

	static int stops() {
		return (int) TrainingApp.fal()
			.journal()
			.calls()
			.stream()
			.filter((call) -> call.verb().equals("PUT") && call.path().endsWith("/cancel"))
			.count();
	}

	static String status(UUID run) {
		return TrainingApp.database()
			.sql("select status from training_run where id = ?")
			.param(run)
			.query(String.class)
			.single();
	}

	/** As if the service had been away for long. */
	static void letTheDeadlinePass(UUID run) {
		TrainingApp.database().sql("update training_run set deadline = requested_at where id = ?").param(run).update();
	}

	static void setStatus(UUID run, String status) {
		TrainingApp.database().sql("update training_run set status = ? where id = ?").params(status, run).update();
	}

}
