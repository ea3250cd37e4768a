package studio.avatar.console.overview;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.console.overview.GroupLag.OffsetRange;

/**
 * The partition through which instances tell that they are alive. Outcomes of replays,
 * which may wait by the thousand, come through the others and say nothing about it.
 */
final class SignsOfLife {

	private static final byte[] KEY = Outbox.SIGNS_OF_LIFE.getBytes(StandardCharsets.UTF_8);

	private SignsOfLife() {
	}

	/** How many the console has not heard yet. */
	static long waiting(Map<TopicPartition, Long> committed, Map<TopicPartition, OffsetRange> ranges) {
		String topic = Topic.OPERATOR_REPORTS.topicName();
		int partitions = (int) ranges.keySet().stream().filter((part) -> part.topic().equals(topic)).count();
		if (partitions == 0) {
			return 0;
		}
		TopicPartition ours = new TopicPartition(topic, partition(partitions));
		OffsetRange range = ranges.get(ours);
		return (range != null) ? GroupLag.of(committed, Map.of(ours, range)).waiting() : 0;
	}

	/** The one that Kafka's clients choose for the key. */
	static int partition(int partitions) {
		return Utils.toPositive(Utils.murmur2(KEY)) % partitions;
	}

}
