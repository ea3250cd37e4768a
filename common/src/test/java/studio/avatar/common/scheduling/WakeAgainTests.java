package studio.avatar.common.scheduling;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WakeAgainTests {

	@Test
	void aTaskOfTenMinutesIsNotLookedAtThousandsOfTimes() {
		Duration waited = IntStream.range(0, 130).mapToObj(WakeAgain::pause).reduce(Duration.ZERO, Duration::plus);

		assertThat(WakeAgain.pause(0)).isEqualTo(Duration.ofMillis(250));
		assertThat(WakeAgain.pause(1_000_000)).isEqualTo(Duration.ofSeconds(5));
		assertThat(waited).isGreaterThan(Duration.ofMinutes(10));
	}

}
