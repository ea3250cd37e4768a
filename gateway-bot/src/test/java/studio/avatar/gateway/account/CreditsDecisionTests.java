package studio.avatar.gateway.account;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;

import static org.assertj.core.api.Assertions.assertThat;

class CreditsDecisionTests {

	private static final UUID JOB = UUID.randomUUID();

	private static final HoldCredits HOLD = new HoldCredits(JOB, 1, 1, 100, Purpose.TRAINING);

	private static final CaptureCredits CAPTURE = new CaptureCredits(JOB, 1, 1, 60);

	private static final ReleaseCredits RELEASE = new ReleaseCredits(JOB, 1, 1, "failed");

	private static final HoldState UNKNOWN = new HoldState.Unknown();

	private static final HoldState HELD = new HoldState.Held(1, 100);

	private static final HoldState CAPTURED = new HoldState.Captured(1, 60, 40);

	private static final HoldState RELEASED = new HoldState.Released(1, 100);

	@Test
	void enoughCreditsAreHeld() {
		assertThat(CreditsDecision.of(HOLD, UNKNOWN, 100)).isEqualTo(new CreditsDecision.Hold(HOLD));
	}

	@Test
	void oneCreditTooFewIsDeclined() {
		assertThat(CreditsDecision.of(HOLD, UNKNOWN, 99)).isEqualTo(new CreditsDecision.Decline(HOLD, 99));
	}

	@Test
	void aRepeatedHoldMovesNothing() {
		assertThat(CreditsDecision.of(HOLD, HELD, 0))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsHeld(JOB, 1, 1, 100)));
	}

	@Test
	void aHoldOfAnotherAmountIsLookedAt() {
		assertThat(CreditsDecision.of(HOLD, new HoldState.Held(1, 5), 1000))
			.isInstanceOf(CreditsDecision.Impossible.class);
	}

	@Test
	void aSettledHoldIsNeverSaidToBeHeld() {
		assertThat(CreditsDecision.of(HOLD, CAPTURED, 1000))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsCaptured(JOB, 1, 1, 60, 40)));
		assertThat(CreditsDecision.of(HOLD, RELEASED, 1000))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsReleased(JOB, 1, 1, 100)));
	}

	@Test
	void captureGivesTheRestBack() {
		assertThat(CreditsDecision.of(CAPTURE, HELD, 0)).isEqualTo(new CreditsDecision.Capture(CAPTURE, 40));
	}

	@Test
	void aRepeatedCaptureMovesNothing() {
		assertThat(CreditsDecision.of(CAPTURE, CAPTURED, 0))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsCaptured(JOB, 1, 1, 60, 40)));
	}

	@Test
	void moreThanIsHeldCannotBeCaptured() {
		assertThat(CreditsDecision.of(new CaptureCredits(JOB, 1, 1, 101), HELD, 1000))
			.isInstanceOf(CreditsDecision.Impossible.class);
	}

	@Test
	void whatWasNeverHeldOrGivenBackCannotBeCaptured() {
		assertThat(CreditsDecision.of(CAPTURE, UNKNOWN, 1000)).isInstanceOf(CreditsDecision.Impossible.class);
		assertThat(CreditsDecision.of(CAPTURE, RELEASED, 1000)).isInstanceOf(CreditsDecision.Impossible.class);
	}

	@Test
	void releaseGivesEverythingBackOnce() {
		assertThat(CreditsDecision.of(RELEASE, HELD, 0)).isEqualTo(new CreditsDecision.Release(RELEASE, 100));
		assertThat(CreditsDecision.of(RELEASE, RELEASED, 0))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsReleased(JOB, 1, 1, 100)));
	}

	@Test
	void whatWasCapturedIsNotGivenBack() {
		assertThat(CreditsDecision.of(RELEASE, CAPTURED, 0)).isInstanceOf(CreditsDecision.Ignore.class);
	}

	@Test
	void aHoldThatComesAfterItsReleaseHoldsNothing() {
		HoldState withdrawn = new HoldState.Withdrawn(1);

		assertThat(CreditsDecision.of(RELEASE, UNKNOWN, 1000)).isEqualTo(new CreditsDecision.Withdraw(RELEASE));
		assertThat(CreditsDecision.of(HOLD, withdrawn, 1000))
			.isEqualTo(new CreditsDecision.Repeat(new CreditsReleased(JOB, 1, 1, 100)));
		assertThat(CreditsDecision.of(RELEASE, withdrawn, 1000)).isInstanceOf(CreditsDecision.Ignore.class);
		assertThat(CreditsDecision.of(CAPTURE, withdrawn, 1000)).isInstanceOf(CreditsDecision.Impossible.class);
	}

	@Test
	void aStrangersHoldIsNeverTouched() {
		assertThat(CreditsDecision.of(new ReleaseCredits(JOB, 2, 2, "mine"), HELD, 0))
			.isInstanceOf(CreditsDecision.Impossible.class);
	}

}
