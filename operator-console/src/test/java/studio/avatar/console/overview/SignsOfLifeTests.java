package studio.avatar.console.overview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.overview.GroupLag.OffsetRange;

import static org.assertj.core.api.Assertions.assertThat;

class SignsOfLifeTests {

	private static final int PARTITIONS = Topic.OPERATOR_REPORTS.partitions();

	private static final int OURS = SignsOfLife.partition(PARTITIONS);

	@Test
	void theyAreLookedForWhereProducersPutThem() {
		byte[] key = "instances".getBytes(StandardCharsets.UTF_8);

		assertThat(OURS).isEqualTo(BuiltInPartitioner.partitionForKey(key, PARTITIONS));
	}

	@Test
	void outcomesOfReplaysThatWaitDoNotHideWhoIsSilent() {
		assertThat(behind((OURS + 1) % PARTITIONS)).isFalse();
		assertThat(behind(OURS)).isTrue();
	}

	/** A thousand reports wait on one partition. */
	private static boolean behind(int busy) {
		Map<TopicPartition, OffsetRange> ranges = IntStream.range(0, PARTITIONS)
			.boxed()
			.collect(Collectors.toMap((part) -> new TopicPartition(Topic.OPERATOR_REPORTS.topicName(), part),
					(part) -> new OffsetRange(0, (part == busy) ? 1_000 : 0)));
		return new BrokerLook(Instant.EPOCH, Map.of(), Map.of(), SignsOfLife.waiting(Map.of(), ranges)).isBehind();
	}

}
