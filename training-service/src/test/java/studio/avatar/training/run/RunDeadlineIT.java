package studio.avatar.training.run;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import studio.avatar.common.contract.Card;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs whose end nobody tells: what is certain in the end is that the credits come back,
 * once.
 */
class RunDeadlineIT extends RunStories {

	private static final String SOON = "studio.training.runs.deadline=5s";

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
	void aRunBeyondItsDeadlineIsStoppedAndPaidBackAndCanBeTriedAgain() {
		someone(SOON);
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

}
