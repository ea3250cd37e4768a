package studio.avatar.console.brake;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.Reports;
import studio.avatar.console.overview.SeenInstance;

import static org.assertj.core.api.Assertions.assertThat;

class BrakeStateTests {

	private static final String CONSUMER = "gallery/chat.gallery";

	private static final Instant ASKED = Instant.parse("2026-11-22T12:00:00Z");

	private static final BrakeOrder PAUSE = new BrakeOrder(CONSUMER, true, "anna", "bad deploy", ASKED);

	private static final BrakeOrder RESUME = new BrakeOrder(CONSUMER, false, "anna", null, ASKED);

	@Test
	void aPauseCountsWhenEveryInstanceHasConfirmedIt() {
		assertThat(BrakeState.of(CONSUMER, PAUSE, List.of(seen(5, true), seen(5, false))))
			.isEqualTo(BrakeState.PAUSING);
		assertThat(BrakeState.of(CONSUMER, PAUSE, List.of(seen(5, true), seen(6, true)))).isEqualTo(BrakeState.PAUSED);
	}

	@Test
	void whatWasSaidBeforeItWasAskedConfirmsNothing() {
		assertThat(BrakeState.of(CONSUMER, PAUSE, List.of(seen(-1, true)))).isEqualTo(BrakeState.PAUSING);
		assertThat(BrakeState.of(CONSUMER, RESUME, List.of(seen(-1, false)))).isEqualTo(BrakeState.RESUMING);
	}

	@Test
	void withoutAnInstanceNothingIsConfirmed() {
		assertThat(BrakeState.of(CONSUMER, PAUSE, List.of())).isEqualTo(BrakeState.PAUSING);
	}

	@Test
	void aResumedConsumerRunsWhenEveryInstanceSaysSo() {
		assertThat(BrakeState.of(CONSUMER, RESUME, List.of(seen(5, false), seen(5, true))))
			.isEqualTo(BrakeState.RESUMING);
		assertThat(BrakeState.of(CONSUMER, RESUME, List.of(seen(5, false)))).isEqualTo(BrakeState.RUNNING);
	}

	@Test
	void withoutAnOrderItIsAsInstancesSay() {
		assertThat(BrakeState.of(CONSUMER, null, List.of())).isEqualTo(BrakeState.RUNNING);
		assertThat(BrakeState.of(CONSUMER, null, List.of(seen(0, true)))).isEqualTo(BrakeState.PAUSED);
		assertThat(BrakeState.of(CONSUMER, null, List.of(seen(0, true), seen(0, false)))).isEqualTo(BrakeState.PARTLY);
	}

	private static SeenInstance seen(int secondsAfter, boolean paused) {
		Instant heardAt = ASKED.plusSeconds(secondsAfter);
		return new SeenInstance(Reports.of("gallery", "one", ASKED.minusSeconds(600), ASKED.minusSeconds(120),
				Reports.reading(CONSUMER, paused, 3)), heardAt, false);
	}

}
