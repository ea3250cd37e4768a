package studio.avatar.console.archive;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import studio.avatar.common.contract.Topic;

/**
 * Hears every live topic of the catalogue. It has a listener of its own and not a
 * binding: the archive wants the bytes of the record, also of one without a value, and
 * what cannot be kept must never be parked, only tried again until it is kept.
 */
@Configuration(proxyBeanMethods = false)
class ArchiveListening {

	private static final Logger log = LoggerFactory.getLogger(ArchiveListening.class);

	private static final int RECORDS_AT_ONCE = 500;

	/** Records of 900 KB come in small numbers. */
	private static final int BYTES_AT_ONCE = 8_000_000;

	private static final int THREADS = 2;

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5_000;

	private static final Duration BETWEEN_LOOKS_AT_DAYS = Duration.ofHours(1);

	@Bean
	ConcurrentMessageListenerContainer<byte[], byte[]> archivedTopics(@Value("${studio.kafka-brokers}") String brokers,
			ArchiveIntake intake, MeterRegistry meters) {
		ContainerProperties heard = new ContainerProperties(liveTopics());
		heard.setGroupId(Archive.GROUP);
		heard.setAckMode(ContainerProperties.AckMode.BATCH);
		heard.setMessageListener(new Reader(intake, meters.counter("archive.batches.refused")));
		var container = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<byte[], byte[]>(settings(brokers)), heard);
		container.setBeanName("archive");
		container.setConcurrency(THREADS);
		container.setCommonErrorHandler(new DefaultErrorHandler(untilItIsKept()));
		return container;
	}

	@Bean
	RecurringTask<Void> archiveRetentionTask(ArchiveRetention retention) {
		return Tasks.recurring("archive-retention", FixedDelay.of(BETWEEN_LOOKS_AT_DAYS))
			.execute((instance, context) -> retention.run());
	}

	/** What operators say to services is no part of what happened to people. */
	static String[] liveTopics() {
		return Arrays.stream(Topic.values())
			.filter((topic) -> !topic.isOperators())
			.map(Topic::topicName)
			.toArray(String[]::new);
	}

	private static ExponentialBackOff untilItIsKept() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
		backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
		return backOff;
	}

	private static Map<String, Object> settings(String brokers) {
		return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, //
				ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class, //
				ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class, //
				ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", // what was said
																		// before the
																		// console came
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, //
				ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000, //
				ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000, //
				ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000, //
				ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES_AT_ONCE, //
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
	}

	/** Says why the archive waits: the container only tries again. */
	private record Reader(ArchiveIntake intake, Counter refused) implements BatchMessageListener<byte[], byte[]> {

		@Override
		public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
			try {
				this.intake.take(records);
			}
			catch (RuntimeException ex) {
				this.refused.increment();
				log.atWarn().addKeyValue("count", records.size()).setCause(ex).log("Records wait to be archived");
				throw ex;
			}
		}

	}

}
