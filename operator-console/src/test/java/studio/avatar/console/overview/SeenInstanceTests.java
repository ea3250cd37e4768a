package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.StuckJob;

import static org.assertj.core.api.Assertions.assertThat;

class SeenInstanceTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant LONG_AGO = NOON.minusSeconds(3_600);

	@Test
	void whoSaysNothingForTooLongIsSilent() {
		assertThat(isSilent(NOON.minusSeconds(15), LONG_AGO, false)).isFalse();
		assertThat(isSilent(NOON.minusSeconds(16), LONG_AGO, false)).isTrue();
	}

	@Test
	void aConsoleThatHasJustBegunToListenCallsNobodySilent() {
		assertThat(isSilent(LONG_AGO, NOON.minusSeconds(10), false)).isFalse();
		assertThat(isSilent(LONG_AGO, NOON.minusSeconds(16), false)).isTrue();
	}

	@Test
	void aConsoleThatIsBehindWithWhatItHearsCallsNobodySilent() {
		assertThat(isSilent(NOON.minusSeconds(60), LONG_AGO, true)).isFalse();
	}

	@Test
	void whatIsTrueOfAWholeServiceIsToldByItsNewestInstance() {
		InstanceSeen gallery = Reports.of("gallery", "one", LONG_AGO, NOON);
		InstanceSeen older = Reports.of("gallery", "two", LONG_AGO, NOON.minusSeconds(5));

		assertThat(
				Overviews.newest(List.of(new SeenInstance(gallery, NOON, false), new SeenInstance(older, NOON, false))))
			.extracting(SeenInstance::report)
			.containsExactly(gallery);
	}

	@Test
	void whatAServiceSaidOfJobsBeforeItFellSilentIsSaidWithItsTime() {
		Instant last = NOON.minusSeconds(600);
		StuckJob stuck = new StuckJob("training", "0b7c", "submitted", 42, LONG_AGO, null);
		InstanceSeen training = Reports.busy("training", "one", last, 0, last, stuck);

		JobLook old = JobLook.of(List.of(new SeenInstance(training, last, true)));
		JobLook fresh = JobLook.of(List.of(new SeenInstance(training, NOON, false)));

		assertThat(old.states()).singleElement().extracting(JobLook.InState::asOf).isEqualTo(last);
		assertThat(old.stuck()).singleElement().extracting(JobLook.Stuck::asOf).isEqualTo(last);
		assertThat(old.stuckNow()).isZero();
		assertThat(fresh.stuckNow()).isOne();
		assertThat(fresh.stuck()).singleElement().extracting(JobLook.Stuck::asOf).isNull();
	}

	private static boolean isSilent(Instant heardAt, Instant listeningSince, boolean behind) {
		return SeenInstance.isSilent(heardAt, listeningSince, behind, NOON, Duration.ofSeconds(15));
	}

}
