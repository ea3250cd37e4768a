package studio.avatar.console.overview;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import studio.avatar.console.overview.GroupLag.OffsetRange;

import static org.assertj.core.api.Assertions.assertThat;

class GroupLagTests {

	private static final TopicPartition FIRST = new TopicPartition("chat.gallery", 0);

	private static final TopicPartition SECOND = new TopicPartition("chat.gallery", 1);

	@Test
	void lagIsWhatLiesBehindTheCommittedOffsetsOfAllPartitions() {
		assertThat(GroupLag.of(Map.of(FIRST, 7L, SECOND, 3L),
				Map.of(FIRST, new OffsetRange(0, 10), SECOND, new OffsetRange(0, 3))))
			.isEqualTo(new GroupLag(3, 10));
	}

	@Test
	void aGroupThatNeverReadHasEverythingBeforeIt() {
		assertThat(GroupLag.of(Map.of(), Map.of(FIRST, new OffsetRange(4, 10)))).isEqualTo(new GroupLag(6, 4));
	}

	@Test
	void whatRetentionTookAwayWaitsNoMore() {
		assertThat(GroupLag.of(Map.of(FIRST, 2L), Map.of(FIRST, new OffsetRange(8, 10)))).isEqualTo(new GroupLag(2, 8));
	}

	@Test
	void anEndThatWasLookedUpBeforeTheCommitIsNoNegativeLag() {
		assertThat(GroupLag.of(Map.of(FIRST, 12L), Map.of(FIRST, new OffsetRange(0, 10))).waiting()).isZero();
	}

}
