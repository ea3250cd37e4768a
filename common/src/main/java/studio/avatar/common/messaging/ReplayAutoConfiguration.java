package studio.avatar.common.messaging;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * The ear of every service for records that operators replay. It is a listener of its own
 * beside the bindings, because a function would be given a converted list from which
 * records without a value are missing, and a batch that fails would be parked whole.
 */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnProperty("studio.service")
@ConditionalOnExpression("'${studio.service}' != 'console'") // nobody replays to it
class ReplayAutoConfiguration {

	/** Enough that an inbox is asked seldom, few enough that they are met in seconds. */
	private static final int BATCH = 500;

	private static final int THREADS = 2;

	@Bean
	ReplayReports replayReports(ServiceName service, Outbox outbox, JdbcClient database,
			PlatformTransactionManager transactions) {
		return new ReplayReports(service, outbox, database, new TransactionTemplate(transactions));
	}

	@Bean
	Replaying replaying(Receiving receiving, EventCodec codec, Inbox inbox, PlatformTransactionManager transactions,
			ParkedKeys parkedKeys, ReplayReports reports) {
		return new Replaying(receiving, codec, inbox, new TransactionTemplate(transactions), parkedKeys, reports);
	}

	@Bean
	ConcurrentMessageListenerContainer<byte[], byte[]> replayContainer(ServiceName service, Replaying replaying,
			ReplayReports reports, Inbox inbox, MessageCounters counters, ParkedRecords parked, FailurePolicy policy,
			Listeners listeners, @Value("${studio.kafka-brokers}") String brokers) {
		String me = FailurePolicy.consumer(service, Topic.replayOf(service));
		ContainerProperties properties = new ContainerProperties(Topic.replayOf(service));
		properties.setGroupId(me);
		properties.setMessageListener(new ReplayListening(me, replaying, reports, inbox, counters, parked));
		var container = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<byte[], byte[]>(settings(brokers)), properties);
		container.setConcurrency(THREADS);
		container.setCommonErrorHandler(policy.errorHandlerOfReplays());
		listeners.add(me, container);
		return container;
	}

	private static Map<String, Object> settings(String brokers) {
		return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, //
				ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class, //
				ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class, //
				ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", //
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH, //
				ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000, //
				ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000, //
				ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
	}

}
