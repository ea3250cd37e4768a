package studio.avatar.console.parked;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Hears the parked topics of all services, the console's own too. It has a listener of
 * its own and not a binding: what cannot be kept here must never be parked again, only
 * tried again until it is kept.
 */
@Configuration(proxyBeanMethods = false)
class ParkedListening {

	private static final int RECORDS_AT_ONCE = 200;

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5_000;

	@Bean
	ConcurrentMessageListenerContainer<byte[], byte[]> parkedTopics(@Value("${studio.kafka-brokers}") String brokers,
			ParkedIntake intake) {
		ContainerProperties heard = new ContainerProperties(
				Arrays.stream(ServiceName.values()).map(Topic::parkedBy).toArray(String[]::new));
		heard.setGroupId(ParkedCounts.GROUP);
		heard.setAckMode(ContainerProperties.AckMode.BATCH);
		heard.setMessageListener(new Reader(intake));
		var container = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<byte[], byte[]>(settings(brokers)), heard);
		container.setBeanName("parked");
		container.setCommonErrorHandler(new DefaultErrorHandler(untilItIsKept()));
		return container;
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
				ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", // what was parked
																		// before the
																		// console came
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, // each service
																		// creates its own
				ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000, // and one may come later
				ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000, //
				ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000, //
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
	}

	/** A batch is read by the broker's client, then kept as a whole. */
	private record Reader(ParkedIntake intake) implements BatchMessageListener<byte[], byte[]> {

		@Override
		public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
			this.intake.take(records.stream().map(ArrivalReading::read).toList());
		}

	}

}
