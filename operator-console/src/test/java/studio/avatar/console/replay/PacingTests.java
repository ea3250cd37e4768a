package studio.avatar.console.replay;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import studio.avatar.console.replay.Pacing.Situation;

import static org.assertj.core.api.Assertions.assertThat;

class PacingTests {

	private final Pacing pacing = new Pacing(Duration.ofSeconds(10), 500, 5, 20, 5, 500, 2_000);

	@Test
	void theRateClimbsOverTheRamp() {
		assertThat(this.pacing.allowed(200, Duration.ZERO, 0L)).isZero();
		assertThat(this.pacing.allowed(200, Duration.ofSeconds(5), 0L)).isEqualTo(100);
		assertThat(this.pacing.allowed(200, Duration.ofSeconds(10), 0L)).isEqualTo(200);
		assertThat(this.pacing.allowed(200, Duration.ofHours(1), 0L)).isEqualTo(200);
	}

	@Test
	void liveConsumersThatAreBehindHalveTheRateAndThenStopIt() {
		Duration late = Duration.ofMinutes(1);
		assertThat(this.pacing.allowed(200, late, 500L)).isEqualTo(200);
		assertThat(this.pacing.allowed(200, late, 501L)).isEqualTo(100);
		assertThat(this.pacing.allowed(200, late, 2_000L)).isEqualTo(100);
		assertThat(this.pacing.allowed(200, late, 2_001L)).isZero();
		assertThat(this.pacing.allowed(200, late, null)).isZero();
	}

	@Test
	void itSendsWhatTheRateHasAllowed() {
		assertThat(this.pacing.next(sending(37.9, 1_000, 0))).isEqualTo(new NextStep.Send(37, Doing.SENDING));
		assertThat(this.pacing.next(sending(0.9, 1_000, 0))).isEqualTo(new NextStep.Wait(Doing.SENDING));
	}

	@Test
	void itSendsNoMoreThanIsLeft() {
		assertThat(this.pacing.next(sending(100, 3, 0))).isEqualTo(new NextStep.Send(3, Doing.SENDING));
	}

	@Test
	void noMoreThanTheBoundIsInFlight() {
		assertThat(this.pacing.next(sending(100, 1_000, 490))).isEqualTo(new NextStep.Send(10, Doing.SENDING));
		assertThat(this.pacing.next(sending(100, 1_000, 500))).isEqualTo(new NextStep.Wait(Doing.AWAITING_OUTCOMES));
	}

	@Test
	void itSaysThatItYields() {
		assertThat(this.pacing.next(new Situation(100, 1_000, 0, 0, 0, false, true, 600L)))
			.isEqualTo(new NextStep.Send(100, Doing.SLOWED));
		assertThat(this.pacing.next(new Situation(100, 1_000, 0, 0, 0, false, true, 3_000L)))
			.isEqualTo(new NextStep.Wait(Doing.YIELDING));
		assertThat(this.pacing.next(new Situation(100, 1_000, 0, 0, 0, false, true, null)))
			.isEqualTo(new NextStep.Wait(Doing.LAG_UNKNOWN));
	}

	@Test
	void itStopsAtTheErrorRatioOnceThereAreEnoughOutcomesToJudge() {
		assertThat(this.pacing.next(new Situation(10, 100, 0, 19, 1, false, true, 0L)))
			.isInstanceOf(NextStep.Send.class);
		assertThat(this.pacing.next(new Situation(10, 100, 0, 20, 1, false, true, 0L)))
			.isInstanceOf(NextStep.Stop.class);
		assertThat(this.pacing.next(new Situation(10, 100, 0, 21, 1, false, true, 0L)))
			.isInstanceOf(NextStep.Send.class);
	}

	@Test
	void itStopsWhenTheFirstOutcomesAreAllFailures() {
		assertThat(this.pacing.next(new Situation(10, 100, 0, 4, 4, false, true, 0L)))
			.isInstanceOf(NextStep.Send.class);
		assertThat(this.pacing.next(new Situation(10, 100, 0, 5, 4, false, true, 0L)))
			.isInstanceOf(NextStep.Send.class);
		assertThat(this.pacing.next(new Situation(10, 100, 0, 5, 5, false, true, 0L)))
			.isInstanceOf(NextStep.Stop.class);
	}

	@Test
	void aPreviewNeverStopsAtFailures() {
		Pacing preview = new Pacing(Duration.ZERO, 5_000, 0, 20, 5, 500, 2_000);
		assertThat(preview.next(new Situation(10, 100, 0, 900, 900, false, true, 0L)))
			.isInstanceOf(NextStep.Send.class);
	}

	@Test
	void silenceIsLookedAfterBeforeMoreIsSent() {
		assertThat(this.pacing.next(new Situation(10, 100, 5, 0, 0, true, true, 0L))).isEqualTo(new NextStep.Chase());
	}

	@Test
	void whileTheServiceDoesNotGetOnNothingMoreIsSent() {
		assertThat(this.pacing.next(new Situation(10, 100, 5, 0, 0, false, false, 0L)))
			.isEqualTo(new NextStep.Wait(Doing.NOT_ANSWERING));
		assertThat(this.pacing.next(new Situation(10, 0, 5, 95, 0, false, false, 0L)))
			.isEqualTo(new NextStep.Wait(Doing.NOT_ANSWERING));
		assertThat(this.pacing.next(new Situation(10, 100, 0, 0, 0, false, false, 0L)))
			.isInstanceOf(NextStep.Send.class);
	}

	@Test
	void itIsOverWhenEverythingHasItsOutcome() {
		assertThat(this.pacing.next(new Situation(10, 0, 1, 99, 0, false, true, 0L)))
			.isEqualTo(new NextStep.Wait(Doing.AWAITING_OUTCOMES));
		assertThat(this.pacing.next(new Situation(10, 0, 0, 100, 100, false, true, null)))
			.isEqualTo(new NextStep.Finish());
	}

	private static Situation sending(double owed, long remaining, long inFlight) {
		return new Situation(owed, remaining, inFlight, 0, 0, false, true, 0L);
	}

}
