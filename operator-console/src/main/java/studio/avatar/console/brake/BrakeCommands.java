package studio.avatar.console.brake;

import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.Trace;

/** Tells services what was ordered. */
@Component
class BrakeCommands {

	private final Outbox outbox;

	BrakeCommands(Outbox outbox) {
		this.outbox = outbox;
	}

	/** Says an order in the transaction that keeps it; to say it twice does no harm. */
	void say(BrakeOrder order) {
		String id = UUID.randomUUID().toString();
		this.outbox.publish(Topic.OPERATOR_COMMANDS, ServiceName.of(order.service()), command(order),
				new Cause(id, "brake/" + id, Trace.begin()));
	}

	private static OperatorCommand command(BrakeOrder order) {
		return order.paused()
				? new OperatorCommand.PauseConsumer(order.consumer(), order.operator(),
						Objects.requireNonNullElse(order.reason(), "no reason was kept"))
				: new OperatorCommand.ResumeConsumer(order.consumer(), order.operator());
	}

}
