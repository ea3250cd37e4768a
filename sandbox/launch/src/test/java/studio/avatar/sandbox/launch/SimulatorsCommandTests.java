package studio.avatar.sandbox.launch;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorsCommandTests {

	@Test
	void onlyTheProfileTelegramMakesSimulatorsNeedless() {
		assertThat(SimulatorsCommand.realWorldIsUsed(Map.of("COMPOSE_PROFILES", "s3,telegram"))).isTrue();
		assertThat(SimulatorsCommand.realWorldIsUsed(Map.of("COMPOSE_PROFILES", "observability"))).isFalse();
		assertThat(SimulatorsCommand.realWorldIsUsed(Map.of())).isFalse();
	}

}
