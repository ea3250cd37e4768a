package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;

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
	void whatAServiceSaidBeforeItFellSilentIsNotToldAsOfNow() {
		InstanceSeen gallery = Reports.of("gallery", "one", LONG_AGO, NOON);
		InstanceSeen older = Reports.of("gallery", "two", LONG_AGO, NOON.minusSeconds(5));
		InstanceSeen training = Reports.of("training", "three", LONG_AGO, NOON.minusSeconds(600));

		assertThat(Overviews.newest(List.of(new SeenInstance(gallery, NOON, false),
				new SeenInstance(older, NOON, false), new SeenInstance(training, NOON.minusSeconds(600), true))))
			.containsExactly(gallery);
	}

	private static boolean isSilent(Instant heardAt, Instant listeningSince, boolean behind) {
		return SeenInstance.isSilent(heardAt, listeningSince, behind, NOON, Duration.ofSeconds(15));
	}

}
