package studio.avatar.sandbox.telegram.webhook;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pauses before an update is brought again.
 */
class ResendsTests {

	private final Resends resends = new Resends();

	@Test
	void aPauseTheBotAsksForIsKeptAnHourAtMost() {
		assertThat(this.resends.failed(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
		assertThat(this.resends.failed(1, Duration.ofDays(1))).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void theFirstRepetitionComesAtOnceAndPausesThenDouble() {
		assertThat(this.resends.failed(1, Duration.ZERO)).isZero();
		assertThat(this.resends.failed(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
		assertThat(this.resends.failed(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
	}

	@Test
	void whatNobodyWaitsForIsForgotten() {
		this.resends.failed(1, Duration.ofHours(1));
		this.resends.failed(2, Duration.ofHours(1));
		this.resends.keepOnly(Set.of(2L));
		assertThat(this.resends.rests(1)).isFalse();
		assertThat(this.resends.rests(2)).isTrue();
	}

}
