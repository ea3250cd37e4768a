package studio.avatar.common.operating;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Listeners;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.ParkedKeys;
import studio.avatar.common.messaging.Receiving;

/** Makes every service but the operators' own one that can be operated. */
@AutoConfiguration(afterName = "studio.avatar.common.messaging.MessagingAutoConfiguration")
@ConditionalOnProperty("studio.service")
@ConditionalOnExpression("'${studio.service}' != 'console'") // it operates the others
class OperatingAutoConfiguration {

	@Bean
	PausedConsumers pausedConsumers(JdbcClient database) {
		return new PausedConsumers(database);
	}

	@Bean
	Brake brake(PausedConsumers paused, Listeners listeners) {
		return new Brake(paused, listeners);
	}

	@Bean
	Consumer<Message<byte[]>> operatorCommands(Receiving receiving, ServiceName service, PausedConsumers paused,
			ParkedKeys parkedKeys) {
		CommandHandler commands = new CommandHandler(service, paused, parkedKeys);
		return receiving.of(Topic.OPERATOR_COMMANDS, OperatorCommand.class, commands::on);
	}

	@Bean
	InstanceReport instanceReport(ServiceName service, MessageCounters counters, Listeners listeners,
			List<JobsUnderWay> jobs, MeterRegistry meters, JdbcClient database, Clock clock) {
		return new InstanceReport(service, instanceOf(service), counters, listeners, jobs, meters, database, clock);
	}

	@Bean
	Reporting reporting(InstanceReport report, Outbox outbox, PlatformTransactionManager transactions,
			@Value("${studio.report-every:5s}") Duration every) {
		return new Reporting(report, outbox, new TransactionTemplate(transactions), every);
	}

	/**
	 * Where the process runs, as far as it knows, and what tells it from those beside it.
	 */
	private static String instanceOf(ServiceName service) {
		String host = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "here");
		return "%s-%s-%d-%s".formatted(service.id(), host, ProcessHandle.current().pid(),
				UUID.randomUUID().toString().substring(0, 4));
	}

}
