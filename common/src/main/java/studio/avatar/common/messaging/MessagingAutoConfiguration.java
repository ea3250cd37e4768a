package studio.avatar.common.messaging;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.function.core.FunctionInvocationHelper;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/** Wires the one path of a message for the service named by {@code studio.service}. */
@AutoConfiguration(
		beforeName = "org.springframework.cloud.function.cloudevent.CloudEventsFunctionExtensionConfiguration",
		afterName = { "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnProperty("studio.service")
@EnableConfigurationProperties(RetrySettings.class)
class MessagingAutoConfiguration {

	@Bean
	ServiceName serviceName(@Value("${studio.service}") String service) {
		return ServiceName.of(service);
	}

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	EventCodec eventCodec() {
		return new EventCodec();
	}

	@Bean
	Publisher publisher(@Value("${studio.kafka-brokers}") String brokers) {
		return new Publisher(brokers);
	}

	@Bean
	Inbox inbox(JdbcClient database) {
		return new Inbox(database);
	}

	@Bean
	InboxRetention inboxRetention(JdbcClient database, Clock clock,
			@Value("${studio.inbox-retention:100d}") Duration remembered) {
		return new InboxRetention(database, clock, remembered);
	}

	@Bean
	OutboxRelay outboxRelay(JdbcClient database, ServiceName service, Publisher publisher,
			PlatformTransactionManager transactions) {
		return new OutboxRelay(new OutboxRows(database, service), publisher, new TransactionTemplate(transactions));
	}

	@Bean
	Outbox outbox(ServiceName service, JdbcClient database, EventCodec codec, OutboxRelay relay, Clock clock) {
		return new Outbox(service, database, codec, relay, clock);
	}

	@Bean
	MessageCounters messageCounters(MeterRegistry meters) {
		return new MessageCounters(meters);
	}

	@Bean
	ParkedKeys parkedKeys(JdbcClient database) {
		return new ParkedKeys(database);
	}

	@Bean
	ParkedRecords parkedRecords(ServiceName service, Publisher publisher, ParkedKeys keys, Clock clock) {
		return new ParkedRecords(service, publisher, keys, clock);
	}

	@Bean
	ReplaySending replaySending(Publisher publisher) {
		return new ReplaySending(publisher);
	}

	@Bean
	Receiving receiving(ServiceName service, EventCodec codec, Inbox inbox, PlatformTransactionManager transactions,
			MessageCounters counters, ParkedRecords parked, ParkedKeys parkedKeys) {
		return new Receiving(service, codec, inbox, new TransactionTemplate(transactions), counters, parked,
				parkedKeys);
	}

	@Bean
	FailurePolicy failurePolicy(ServiceName service, ParkedRecords parked, MessageCounters counters,
			RetrySettings retries) {
		return new FailurePolicy(service, parked, counters, retries);
	}

	@Bean
	Listeners listeners() {
		return new Listeners();
	}

	/**
	 * The binder would drop what fails; its containers get our policy instead. A group is
	 * called like its consumer.
	 */
	@Bean
	ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> failurePolicyOfContainers(FailurePolicy policy,
			Listeners listeners) {
		return (container, destination, group) -> {
			container.setCommonErrorHandler(policy.errorHandler());
			listeners.add(group, container);
		};
	}

	/**
	 * The framework only warns when a function is missing, and then binds nothing at all.
	 */
	@Bean
	SmartInitializingSingleton everyTopicHasItsFunction(ServiceName service, BeanFactory beans) {
		return () -> Topic.heardBy(service)
			.stream()
			.filter((topic) -> !beans.containsBean(topic.functionName()))
			.forEach((topic) -> {
				throw new IllegalStateException("%s would not hear %s: it has no function %s".formatted(service.id(),
						topic.topicName(), topic.functionName()));
			});
	}

	/**
	 * Headers as the bytes that stand on the record: CloudEvents is read by other
	 * languages as well.
	 */
	@Bean
	KafkaHeaderMapper rawHeaders() {
		return new SimpleKafkaHeaderMapper("*");
	}

	/**
	 * Leaves records as they are: the framework's own helper renames the headers of
	 * CloudEvents before a function sees them.
	 */
	@Bean
	FunctionInvocationHelper<Message<?>> untouchedRecords() {
		return new FunctionInvocationHelper<>() {
		};
	}

	/** Created before any binding starts; what is there stays as it is. */
	@Bean
	KafkaAdmin.NewTopics topicsOfTheCatalogue(ServiceName service) {
		return new KafkaAdmin.NewTopics(TopicCreation.topicsOf(service).toArray(NewTopic[]::new));
	}

}
