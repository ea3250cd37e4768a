package studio.avatar.sandbox.provider.training;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTests {

	@Test
	void theBarTellsStepsTimeAndSpeed() {
		assertThat(ProgressBar.line(1050, 2500, Duration.ofSeconds(8)))
			.isEqualTo(" 42%|####      | 1050/2500 [00:08<00:11, 131.3it/s]");
	}

	@Test
	void beforeTheFirstStepNothingIsKnownAboutTheRest() {
		assertThat(ProgressBar.line(0, 2500, Duration.ZERO)).isEqualTo("  0%|          | 0/2500 [00:00<?, ?it/s]");
	}

	@Test
	void theLastStepFillsTheBar() {
		assertThat(ProgressBar.line(1, 1, Duration.ofSeconds(90))).startsWith("100%|##########| 1/1 [01:30<00:00");
	}

}
