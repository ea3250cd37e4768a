package studio.avatar.console.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** How far a service has come with the records that are replayed to it. */
@Component
class ReplayGroup {

	private static final Logger log = LoggerFactory.getLogger(ReplayGroup.class);

	private final GroupOffsets offsets;

	ReplayGroup(GroupOffsets offsets) {
		this.offsets = offsets;
	}

	/** Absent when the broker does not say. */
	Progress.@Nullable Reading of(ServiceName service) {
		try {
			return reading(Topic.replayOf(service), service);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | TimeoutException ex) {
			log.atDebug().setCause(ex).log("The broker does not say how far replayed records are read");
			return null;
		}
	}

	/** The end is asked for first: what is passed then was passed. */
	private Progress.Reading reading(String topic, ServiceName service)
			throws InterruptedException, ExecutionException, TimeoutException {
		List<TopicPartition> partitions = this.offsets.partitions(topic);
		Map<TopicPartition, Long> ends = this.offsets.ends(partitions);
		Map<TopicPartition, Long> read = new HashMap<>(this.offsets.starts(partitions));
		this.offsets.read(List.of(service.id() + '/' + topic))
			.forEach((partition, offset) -> read.merge(partition, offset, Math::max));
		return new Progress.Reading(read, ends);
	}

}
