package studio.avatar.training.run;

import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class StageTests {

	@ParameterizedTest
	@MethodSource("stages")
	void aStageIsReadBackAsItWasKept(Stage stage) {
		assertThat(Stage.ofCode(stage.code())).isEqualTo(stage);
	}

	static Stage[] stages() {
		return new Stage[] { new Stage.Preparing(), new Stage.Queued(OptionalInt.empty()),
				new Stage.Queued(OptionalInt.of(3)), new Stage.Running(OptionalInt.empty()),
				new Stage.Running(OptionalInt.of(1050)), new Stage.Copying(), new Stage.NoAnswer() };
	}

}
