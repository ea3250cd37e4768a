package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

import studio.avatar.common.contract.Topic;
import studio.avatar.console.overview.GroupLag.OffsetRange;

/**
 * The broker, asked how far everybody is who is there by design, whether it ever read
 * something or not. A group that an older version has left behind is nobody's, and so is
 * a topic that a group does not read any more.
 */
class Broker implements AutoCloseable {

	private final Admin admin;

	private final Duration patience;

	Broker(String brokers, Duration patience) {
		this.patience = patience;
		int millis = (int) patience.toMillis();
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				AdminClientConfig.CLIENT_ID_CONFIG, "console-overview", //
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis, //
				AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis, //
				AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
	}

	/**
	 * How far everybody is.
	 * @throws Away when the broker does not answer in time
	 */
	BrokerLook look(Instant now) {
		Map<String, Set<String>> groups = ConsumerGroups.all();
		Map<TopicPartition, OffsetRange> ranges = ranges(topics(groups.values()));
		Map<String, GroupLag> lags = new HashMap<>();
		Map<String, Map<TopicPartition, Long>> committed = committed(groups.keySet());
		committed
			.forEach((group, offsets) -> lags.put(group, GroupLag.of(offsets, ofTopics(ranges, groups.get(group)))));
		Map<String, Long> ends = new HashMap<>();
		ranges.forEach((partition, range) -> ends.merge(partition.topic(), range.end(), Long::sum));
		return new BrokerLook(now, lags, ends,
				SignsOfLife.waiting(committed.getOrDefault(ConsumerGroups.REPORTS, Map.of()), ranges));
	}

	private Map<String, Map<TopicPartition, Long>> committed(Set<String> groups) {
		var asked = groups.stream()
			.collect(Collectors.toMap(Function.identity(), (group) -> new ListConsumerGroupOffsetsSpec()));
		var answer = this.admin.listConsumerGroupOffsets(asked);
		Map<String, Map<TopicPartition, Long>> committed = new LinkedHashMap<>();
		groups.forEach((group) -> committed.put(group, offsets(answer, group)));
		return committed;
	}

	private Map<TopicPartition, Long> offsets(ListConsumerGroupOffsetsResult answer, String group) {
		Map<TopicPartition, Long> offsets = new HashMap<>();
		try {
			await(answer.partitionsToOffsetAndMetadata(group)).forEach((partition, offset) -> {
				if (offset != null) {
					offsets.put(partition, offset.offset());
				}
			});
		}
		catch (Away ex) {
			// A group that never was has read nothing; anything else is the broker's
			// silence.
			if (!(ex.getCause() instanceof GroupIdNotFoundException)) {
				throw ex;
			}
		}
		return offsets;
	}

	/** What there is of the topics of the catalogue, and of those that are read. */
	private Set<String> topics(Collection<Set<String>> read) {
		Set<String> topics = new HashSet<>(await(this.admin.listTopics().names()));
		topics.retainAll(
				Stream.concat(Arrays.stream(Topic.values()).map(Topic::topicName), read.stream().flatMap(Set::stream))
					.collect(Collectors.toSet()));
		return topics;
	}

	private Map<TopicPartition, OffsetRange> ranges(Set<String> topics) {
		Set<TopicPartition> partitions = await(this.admin.describeTopics(topics).allTopicNames()).values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((part) -> new TopicPartition(topic.name(), part.partition())))
			.collect(Collectors.toSet());
		Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
		Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
		return partitions.stream()
			.collect(Collectors.toMap(Function.identity(),
					(partition) -> new OffsetRange(begins.getOrDefault(partition, 0L),
							ends.getOrDefault(partition, 0L))));
	}

	private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
		var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), (partition) -> which));
		return await(this.admin.listOffsets(asked).all()).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().offset()));
	}

	private static Map<TopicPartition, OffsetRange> ofTopics(Map<TopicPartition, OffsetRange> ranges,
			Set<String> topics) {
		return ranges.entrySet()
			.stream()
			.filter((entry) -> topics.contains(entry.getKey().topic()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private <T> T await(KafkaFuture<T> answer) {
		try {
			return answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Away(ex);
		}
		catch (ExecutionException ex) {
			throw new Away((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw new Away(ex);
		}
	}

	@Override
	public void close() {
		this.admin.close(Duration.ofSeconds(1));
	}

	/** The broker gave no answer. */
	static final class Away extends RuntimeException {

		Away(Throwable cause) {
			super("the broker gave no answer", cause);
		}

	}

}
