package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** How far the live consumers of a service are behind: a replay lets them go first. */
@Component
class LiveLag implements DisposableBean {

	private static final long PATIENCE_MILLIS = 2_000;

	private static final Logger log = LoggerFactory.getLogger(LiveLag.class);

	private final Admin admin;

	private final PausedConsumers paused;

	LiveLag(@Value("${studio.kafka-brokers}") String brokers, PausedConsumers paused) {
		this.paused = paused;
		this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE_MILLIS,
				AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500, AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
				1_000));
	}

	/**
	 * Records not yet read, over all its topics; absent when the broker does not say.
	 * Consumers that operators paused are left out: nobody waits for them.
	 */
	@Nullable Long of(ServiceName service) {
		try {
			Map<TopicPartition, Long> read = read(service, this.paused.of(service));
			Map<TopicPartition, Long> ends = ends(read.keySet());
			return read.entrySet().stream().mapToLong((at) -> Math.max(0, ends.get(at.getKey()) - at.getValue())).sum();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | TimeoutException ex) {
			log.atDebug().setCause(ex).log("The broker does not say how far live consumers are behind");
			return null;
		}
	}

	/** A partition of which nothing was ever read has nobody who could be late. */
	private Map<TopicPartition, Long> read(ServiceName service, Set<String> paused)
			throws InterruptedException, ExecutionException, TimeoutException {
		List<String> groups = Topic.heardBy(service)
			.stream()
			.filter((topic) -> !topic.isOperators())
			.map((topic) -> service.id() + '/' + topic.topicName())
			.filter((consumer) -> !paused.contains(consumer))
			.toList();
		if (groups.isEmpty()) {
			return Map.of();
		}
		var asked = groups.stream()
			.collect(Collectors.toMap((group) -> group, (group) -> new ListConsumerGroupOffsetsSpec()));
		var offsets = this.admin.listConsumerGroupOffsets(asked).all().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		Map<TopicPartition, Long> read = new HashMap<>();
		offsets.values().forEach((of) -> of.forEach((partition, offset) -> put(read, partition, offset)));
		return read;
	}

	private static void put(Map<TopicPartition, Long> read, TopicPartition partition,
			@Nullable OffsetAndMetadata offset) {
		if (offset != null) {
			read.put(partition, offset.offset());
		}
	}

	private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
			throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetSpec> asked = partitions.stream()
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		Map<TopicPartition, ListOffsetsResultInfo> ends = this.admin.listOffsets(asked)
			.all()
			.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset()));
	}

	@Override
	public void destroy() {
		this.admin.close(Duration.ofMillis(PATIENCE_MILLIS));
	}

}
