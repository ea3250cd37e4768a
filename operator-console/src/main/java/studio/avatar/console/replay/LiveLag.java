package studio.avatar.console.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** How far the live consumers of a service are behind: a replay lets them go first. */
@Component
class LiveLag {

	private static final Logger log = LoggerFactory.getLogger(LiveLag.class);

	private final GroupOffsets offsets;

	private final PausedConsumers paused;

	LiveLag(GroupOffsets offsets, PausedConsumers paused) {
		this.offsets = offsets;
		this.paused = paused;
	}

	/**
	 * Records not yet read, over all its topics; absent when the broker does not say.
	 * Consumers that operators paused are left out: nobody waits for them. Nor is anybody
	 * late with a partition of which nothing was ever read.
	 */
	@Nullable Long of(ServiceName service) {
		try {
			Map<TopicPartition, Long> read = this.offsets.read(groups(service, this.paused.of(service)));
			Map<TopicPartition, Long> ends = this.offsets.ends(read.keySet());
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

	private static List<String> groups(ServiceName service, Set<String> paused) {
		return Topic.heardBy(service)
			.stream()
			.filter((topic) -> !topic.isOperators())
			.map((topic) -> service.id() + '/' + topic.topicName())
			.filter((consumer) -> !paused.contains(consumer))
			.toList();
	}

}
