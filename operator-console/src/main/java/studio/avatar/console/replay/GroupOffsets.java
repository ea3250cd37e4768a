package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the broker knows of who has read how far. */
@Component
class GroupOffsets implements DisposableBean {

	private static final long PATIENCE_MILLIS = 2_000;

	private final Admin admin;

	GroupOffsets(@Value("${studio.kafka-brokers}") String brokers) {
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE_MILLIS,
				AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500, AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
				1_000));
	}

	/** A partition of which nothing was ever read is left out. */
	Map<TopicPartition, Long> read(Collection<String> groups)
			throws InterruptedException, ExecutionException, TimeoutException {
		if (groups.isEmpty()) {
			return Map.of();
		}
		var asked = groups.stream()
			.collect(Collectors.toMap((group) -> group, (group) -> new ListConsumerGroupOffsetsSpec()));
		Map<TopicPartition, Long> read = new HashMap<>();
		await(this.admin.listConsumerGroupOffsets(asked).all()).values()
			.forEach((of) -> of.forEach((partition, offset) -> put(read, partition, offset)));
		return read;
	}

	private static void put(Map<TopicPartition, Long> read, TopicPartition partition,
			@Nullable OffsetAndMetadata offset) {
		if (offset != null) {
			read.put(partition, offset.offset());
		}
	}

	List<TopicPartition> partitions(String topic) throws InterruptedException, ExecutionException, TimeoutException {
		return await(this.admin.describeTopics(List.of(topic)).allTopicNames()).get(topic)
			.partitions()
			.stream()
			.map((partition) -> new TopicPartition(topic, partition.partition()))
			.toList();
	}

	/** Where the next record of each would stand. */
	Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
			throws InterruptedException, ExecutionException, TimeoutException {
		return offsets(partitions, OffsetSpec.latest());
	}

	/** Where the first record stands that the broker has kept of each. */
	Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions)
			throws InterruptedException, ExecutionException, TimeoutException {
		return offsets(partitions, OffsetSpec.earliest());
	}

	private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetSpec> asked = partitions.stream()
			.collect(Collectors.toMap((partition) -> partition, (partition) -> which));
		Map<TopicPartition, ListOffsetsResultInfo> offsets = await(this.admin.listOffsets(asked).all());
		return offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, (at) -> at.getValue().offset()));
	}

	private static <T> T await(KafkaFuture<T> answer)
			throws InterruptedException, ExecutionException, TimeoutException {
		return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Override
	public void destroy() {
		this.admin.close(Duration.ofMillis(PATIENCE_MILLIS));
	}

}
