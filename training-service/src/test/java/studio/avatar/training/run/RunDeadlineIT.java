package studio.avatar.training.run;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.training.TrainingApp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs whose end nobody tells: what is certain in the end is that the credits come back,
 * once. The order only saves starts of the service.
 */
@TestMethodOrder(OrderAnnotation.class)
class RunDeadlineIT extends RunStories {

	private static final String SOON = "studio.training.runs.deadline=5s";

	private static final String SOON_WHEN_LOST = "studio.training.runs.unknown-deadline=2s";

	@Test
	@Order(1)
	void anAnswerLostAfterTheSubmitIsNeverAskedForAgainAndTheCreditsComeBack() {
		someone(SOON_WHEN_LOST);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));

		this.person.paysFor("Lost");

		this.person.chat().awaitCard("training.run.", "its answer got lost");
		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	@Order(1)
	void aLostAnswerIsNotWaitedForAsLongAsARun() {
		someone(SOON_WHEN_LOST);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Cut(true));

		this.person.paysFor("Short");

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertRefundedOnce();
	}

	@Test
	void aHoldThatNobodyAnswersIsGivenUpAndDoesNotStandInTheWay() {
		someone("studio.training.runs.requested-deadline=1s");
		UUID draft = this.person.hasPhotosOf("Unheard");
		this.person.chat().presses("training:pay:" + draft + ":100");
		this.person.chat().awaitCard("training.ended.", "did not begin");
		this.person.ledgerHolds();
		assertRefundedOnce();
		assertThat(submits()).isZero();
		TrainingApp.with();

		this.person.chat().presses("training:pay:" + draft + ":100");

		this.person.ledgerHolds();
		assertOneModel("Unheard");
	}

	@Test
	void aRunCanBeStoppedBeforeTheLedgerAnswers() {
		someone();
		this.person.chat().presses("training:pay:" + this.person.hasPhotosOf("Changed") + ":100");
		Card reserving = this.person.chat().awaitCard("training.run.", "Setting the credits aside");
		this.person.chat().presses(reserving, "Stop training");

		this.person.chat().presses(this.person.chat().awaitCard("training.cancel.", "Stop the training"), "Yes, stop");

		this.person.chat().awaitCard("training.ended.", "did not begin");
		this.person.ledgerHolds();
		assertRefundedOnce();
		assertThat(submits()).isZero();
	}

	@Test
	void aPriceThatHasRisenIsShownBeforeItIsHeld() {
		someone();
		UUID draft = this.person.hasPhotosOf("Dear");
		this.person.chat().presses("training:check:" + draft);
		Card check = this.person.chat().awaitCard("training.draft.", "Price: 100 credits");
		TrainingApp.with("studio.training.runs.price=120");

		this.person.chat().presses(check, "Pay 100");

		this.person.chat().awaitCard("training.draft.", "Price: 120 credits");
		assertThat(this.person.requests(HoldCredits.class)).isEmpty();
		this.person.chat().presses("training:retry:" + draft + ":120");
		assertThat(this.person.awaitHold().amount()).isEqualTo(120);
	}

	@Test
	void whatWasFinishedWhileTheServiceWasAwayIsNotThrownAway() {
		someone();
		TrainingApp.fal().faults().add(Fault.next(Call.FILE, new Effect.Answer(503)).always());
		UUID run = this.person.paysFor("Finished");
		this.person.chat().awaitCard("training.run.", "No answer from the training service");
		TrainingApp.stop();
		TrainingApp.fal().faults().clear();
		letTheDeadlinePass(run);

		TrainingApp.with();

		assertOneModel("Finished");
	}

	@Test
	@Order(1)
	void anAnswerThatComesTooLateIsALostOne() {
		someone(SOON_WHEN_LOST);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Hang(Duration.ofSeconds(4)));

		this.person.paysFor("Late");

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	@Order(1)
	void anAnswerThatMakesNoSenseIsALostOne() {
		someone(SOON_WHEN_LOST);
		TrainingApp.fal().faults().next(Call.SUBMIT, new Effect.Nonsense());

		this.person.paysFor("Nonsense");

		this.person.chat().awaitCard("training.ended.", "took too long");
		assertThat(submits()).isEqualTo(1);
		assertRefundedOnce();
	}

	@Test
	@Order(1)
	void aServiceKilledWhileSubmittingDoesNotSubmitAgain() {
		someone(SOON_WHEN_LOST);
		UUID run = dieWhileSending("Killed");
		setStatus(run, "SUBMITTING");
		TrainingApp.fal().faults().clear();

		TrainingApp.with(SOON_WHEN_LOST);

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
