package studio.avatar.common.messaging;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxRowTests {

	@Test
	void signsOfLifeLeaveInOrderAndOutcomesOfAReplayNeedNot() {
		assertThat(lane(1, Outbox.SIGNS_OF_LIFE)).isEqualTo(lane(2, Outbox.SIGNS_OF_LIFE));
		assertThat(lane(1, "gallery")).isNotEqualTo(lane(2, "gallery"));
	}

	private static String lane(long seq, String key) {
		return new OutboxRow(seq, "operator.reports", key, Map.of(), new byte[0]).lane();
	}

}
