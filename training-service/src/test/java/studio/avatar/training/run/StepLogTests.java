package studio.avatar.training.run;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepLogTests {

	@Test
	void theLastBarTellsTheStep() {
		assertThat(StepLog
			.step(List.of("Starting training for 2500 steps", " 40%|####      | 1000/2500 [00:08<00:11, 131it/s]",
					" 42%|####      | 1050/2500 [00:08<00:11, 131.2it/s]"), 2500))
			.hasValue(1050);
	}

	@Test
	void aLineRewrittenInPlaceCountsByItsLastBar() {
		assertThat(StepLog.step(List.of(" 1%|  | 10/1000 [00:01<01:00]\r 2%|  | 20/1000 [00:02<01:00]"), 1000))
			.hasValue(20);
	}

	@Test
	void barsOfOtherLengthsAreAboutSomethingElse() {
		assertThat(StepLog.step(List.of("Loading: 50%|#####     | 5/10 [00:01<00:01]"), 2500)).isEmpty();
	}

	@Test
	void withoutABarTheStepIsUnknown() {
		assertThat(StepLog.step(List.of("Found 10 images", "2500/2500 photos"), 2500)).isEmpty();
		assertThat(StepLog.step(List.of(), 2500)).isEmpty();
	}

}
