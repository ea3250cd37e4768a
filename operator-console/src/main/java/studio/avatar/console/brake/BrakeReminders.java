package studio.avatar.console.brake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;

/**
 * Says an order again to a service that does something else. A service whose database was
 * lost or taken from a backup has forgotten what it was told.
 */
@Component
public class BrakeReminders {

	private static final Logger log = LoggerFactory.getLogger(BrakeReminders.class);

	/** So long a service may take to do what it was told. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	private final BrakeOrders orders;

	private final BrakeCommands commands;

	private final Clock clock;

	BrakeReminders(BrakeOrders orders, BrakeCommands commands, Clock clock) {
		this.orders = orders;
		this.commands = commands;
		this.clock = clock;
	}

	/** Hears how an instance is, in the transaction in which the report is handled. */
	public void on(InstanceSeen seen) {
		this.orders.all().values().stream().filter((order) -> order.isContradictedBy(seen)).forEach(this::remind);
	}

	private void remind(BrakeOrder order) {
		Instant now = this.clock.instant();
		if (this.orders.sayAgain(order.consumer(), now, now.minus(PATIENCE))) {
			this.commands.say(order);
			log.atWarn().addKeyValue("consumer", order.consumer()).log("Brake ordered once more");
		}
	}

}
