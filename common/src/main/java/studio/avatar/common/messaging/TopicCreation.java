package studio.avatar.common.messaging;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.kafka.config.TopicBuilder;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * The catalogue as topics on the broker. Every service creates what it hears and says; a
 * topic that is there stays. Records carry the broker's time and not their sender's: the
 * archive puts what several services said in one order.
 */
final class TopicCreation {

	/** A live record: an event is a few kilobytes, files travel as claim checks. */
	static final int RECORD_BYTES = 900_000;

	/** A parked record: its original with the headers that parking adds. */
	static final int PARKED_RECORD_BYTES = 1_000_000;

	private static final Duration PARKED_RETENTION = Duration.ofDays(90);

	private static final int REPLAY_PARTITIONS = 6;

	/** A run is over long before; the archive keeps what was replayed. */
	private static final Duration REPLAY_RETENTION = Duration.ofDays(1);

	private TopicCreation() {
	}

	static List<NewTopic> topicsOf(ServiceName service) {
		Stream<NewTopic> live = Arrays.stream(Topic.values())
			.filter((topic) -> isConcerned(service, topic))
			.map((topic) -> create(topic.topicName(), topic.partitions(), topic.retention(), RECORD_BYTES));
		Stream<NewTopic> parked = Stream.of(create(Topic.parkedBy(service), 1, PARKED_RETENTION, PARKED_RECORD_BYTES));
		Stream<NewTopic> replay = replayedTo(service)
			.map((to) -> create(Topic.replayOf(to), REPLAY_PARTITIONS, REPLAY_RETENTION, PARKED_RECORD_BYTES));
		return Stream.of(live, parked, replay).flatMap((topics) -> topics).toList();
	}

	/** The console reads along everywhere, and may be the first to be there. */
	private static boolean isConcerned(ServiceName service, Topic topic) {
		return service == ServiceName.CONSOLE || topic.producers().contains(service)
				|| topic.consumers().contains(service);
	}

	/** The console speaks to all others, and nobody replays to the console. */
	private static Stream<ServiceName> replayedTo(ServiceName service) {
		return (service == ServiceName.CONSOLE)
				? Arrays.stream(ServiceName.values()).filter((other) -> other != ServiceName.CONSOLE)
				: Stream.of(service);
	}

	private static NewTopic create(String name, int partitions, Duration retention, int recordBytes) {
		return TopicBuilder.name(name)
			.partitions(partitions)
			.config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()))
			.config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(recordBytes))
			.config(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name)
			.build();
	}

}
