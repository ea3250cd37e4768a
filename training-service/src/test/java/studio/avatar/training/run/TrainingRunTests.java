package studio.avatar.training.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import studio.avatar.common.provider.Submission;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingRunTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final Hold HOLD = new Hold(NOW, NOW.plus(Duration.ofHours(2)));

	private static final RunOrder ORDER = new RunOrder(UUID.randomUUID(), UUID.randomUUID(), 42, 42, "en", "UTC", 100,
			"flux-lora-portrait-trainer", 2500, "TOK_0a1b2c3d", "update", "00-none", NOW);

	private static final URI ADDRESS = URI.create("https://queue.fal.run/fal-ai/x/requests/1");

	private static final Submission SUBMISSION = new Submission("1", ADDRESS, ADDRESS, ADDRESS);

	@Test
	void aRunIsSubmittedFromItsSavedIntentOnly() {
		TrainingRun.Submitted run = new TrainingRun.Requested(ORDER).held(HOLD).submitting().submitted(SUBMISSION);

		assertThat(run.submission()).isEqualTo(SUBMISSION);
		assertThat(run.hold()).isEqualTo(HOLD);
	}

	@Test
	void anUnknownRunHasNoWayBackToBeingSubmittedAgain() {
		assertThat(Arrays.stream(TrainingRun.Unknown.class.getDeclaredMethods())
			.<Class<?>>map((method) -> method.getReturnType()))
			.doesNotContain(TrainingRun.Held.class, TrainingRun.Submitting.class);
	}

	@Test
	void whatEndedOffersNoMove() {
		for (Class<?> ended : TrainingRun.Ended.class.getPermittedSubclasses()) {
			assertThat(Arrays.stream(ended.getDeclaredMethods())
				.filter((method) -> TrainingRun.class.isAssignableFrom(method.getReturnType())))
				.as(ended.getSimpleName())
				.isEmpty();
		}
	}

	@Test
	void aLateAnswerFindsItsUnknownRun() {
		TrainingRun.Unknown unknown = new TrainingRun.Submitting(ORDER, HOLD).unknown(NOW.plusSeconds(60));

		assertThat(unknown.hold().deadline()).isEqualTo(NOW.plusSeconds(60));
		assertThat(unknown.submitted(SUBMISSION, HOLD.deadline()))
			.isEqualTo(new TrainingRun.Submitted(ORDER, HOLD, SUBMISSION));
	}

	@Test
	void waitingForALostAnswerNeverLengthensADeadline() {
		TrainingRun.Unknown unknown = new TrainingRun.Submitting(ORDER, HOLD).unknown(HOLD.deadline().plusSeconds(1));

		assertThat(unknown.hold()).isEqualTo(HOLD);
	}

	@Test
	void aRunStoppedBeforeTheLedgerAnsweredHasNoHold() {
		TrainingRun.Requested requested = new TrainingRun.Requested(ORDER);
		RunRow row = new RunRow(requested);

		row.become(requested.cancelled(NOW));

		assertThat(row.toRun()).isEqualTo(requested.cancelled(NOW));
	}

	@Test
	void aHoldIsOverAtItsDeadlineAndNotBefore() {
		assertThat(HOLD.isOver(HOLD.deadline().minusMillis(1))).isFalse();
		assertThat(HOLD.isOver(HOLD.deadline())).isTrue();
	}

	@Test
	void onlyNewsAreTold() {
		RunRow row = new RunRow(new TrainingRun.Requested(ORDER));

		assertThat(row.tell(new Stage.Copying(), 3)).isTrue();
		assertThat(row.tell(new Stage.Copying(), 3)).isFalse();
		assertThat(row.tell(new Stage.Copying(), 4)).isTrue();
		assertThat(row.tell(new Stage.NoAnswer(), 4)).isTrue();
	}

	@Test
	void everyStateIsReadBackAsItWasWritten() {
		TrainingRun.Requested requested = new TrainingRun.Requested(ORDER);
		TrainingRun.Held held = requested.held(HOLD);
		TrainingRun.Submitted submitted = held.submitting().submitted(SUBMISSION);
		var failed = submitted.failed(Reason.NO_MODEL, "none", NOW);

		for (TrainingRun run : List.of(requested, requested.declined(NOW), held, held.submitting(), submitted,
				held.submitting().unknown(NOW), failed, submitted.cancelled(NOW), submitted.expired(NOW))) {
			RunRow row = new RunRow(requested);
			row.become(held);
			if (run instanceof TrainingRun.Ended && !(run instanceof TrainingRun.Declined)) {
				row.become(submitted);
			}
			row.become(run);
			assertThat(row.toRun()).isEqualTo(run);
		}
	}

}
