package studio.avatar.console;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.console.brake.BrakeReminders;
import studio.avatar.console.overview.Instances;
import studio.avatar.console.replay.Outcomes;
import studio.avatar.console.replay.PausedConsumers;

/**
 * What the console hears as a service: the reports of the others. Every other topic it
 * only reads along, into its archive.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleBindings {

	@Bean
	Consumer<Message<byte[]>> operatorReports(Receiving receiving, Instances instances, BrakeReminders brakes,
			PausedConsumers paused, Outcomes outcomes) {
		return receiving.of(Topic.OPERATOR_REPORTS, OperatorReport.class, (envelope) -> {
			switch (envelope.event()) {
				case OperatorReport.InstanceSeen seen -> {
					instances.on(seen);
					brakes.on(seen);
					paused.on(seen);
				}
				case OperatorReport.ReplayOutcomes report -> outcomes.on(report);
				case OperatorReport.Unrecognized newer -> {
				}
			}
		});
	}

}
