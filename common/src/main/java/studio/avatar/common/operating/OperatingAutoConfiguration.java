package studio.avatar.common.operating;

import java.util.function.Consumer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Listeners;
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
	Consumer<Message<byte[]>> operatorCommands(Receiving receiving, ServiceName service, PausedConsumers paused) {
		CommandHandler commands = new CommandHandler(service, paused);
		return receiving.of(Topic.OPERATOR_COMMANDS, OperatorCommand.class, commands::on);
	}

}
