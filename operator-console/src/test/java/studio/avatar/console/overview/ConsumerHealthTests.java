package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsumerHealthTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final OverviewSettings SETTINGS = new OverviewSettings(Duration.ofSeconds(5), Duration.ofSeconds(3),
			Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofSeconds(30), 1_000, Duration.ofHours(1),
			Duration.ofHours(48), Duration.ofDays(90));

	@Test
	void recordsThatWaitWhileNoneIsReadMeanStuck() {
		assertThat(of(true, false, 1L, 30)).isEqualTo(ConsumerHealth.STUCK);
		assertThat(of(true, false, 1L, 29)).isEqualTo(ConsumerHealth.KEEPING_UP);
		assertThat(of(true, false, 0L, 300)).isEqualTo(ConsumerHealth.KEEPING_UP);
	}

	@Test
	void manyRecordsThatWaitMeanBehindAsLongAsItReads() {
		assertThat(of(true, false, 1_000L, 2)).isEqualTo(ConsumerHealth.BEHIND);
		assertThat(of(true, false, 999L, 2)).isEqualTo(ConsumerHealth.KEEPING_UP);
	}

	@Test
	void aPausedConsumerIsNotStuck() {
		assertThat(of(true, true, 500L, 500)).isEqualTo(ConsumerHealth.PAUSED);
	}

	@Test
	void withoutAnInstanceNobodyReadsWhateverElseIsTrue() {
		assertThat(of(false, true, 0L, 0)).isEqualTo(ConsumerHealth.NOBODY);
	}

	@Test
	void beforeTheBrokerHasSaidAnythingNothingIsKnown() {
		assertThat(ConsumerHealth.of(true, false, null, null, NOON, SETTINGS)).isEqualTo(ConsumerHealth.UNKNOWN);
	}

	private static ConsumerHealth of(boolean alive, boolean paused, Long waiting, int stillSeconds) {
		return ConsumerHealth.of(alive, paused, waiting, NOON.minusSeconds(stillSeconds), NOON, SETTINGS);
	}

}
