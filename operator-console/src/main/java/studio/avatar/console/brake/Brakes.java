package studio.avatar.console.brake;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.console.audit.Audit;
import studio.avatar.console.overview.ConsumerLook;
import studio.avatar.console.overview.Instances;
import studio.avatar.console.overview.Overviews;
import studio.avatar.console.overview.SeenInstance;
import studio.avatar.console.page.Refused;

/**
 * Pauses consumers and lets them go on. What is asked is kept, audited and said to the
 * service in one transaction; that it is done, the service's instances say.
 */
@Service
class Brakes {

	private static final int LONGEST_REASON = 500;

	private final BrakeOrders orders;

	private final Overviews overviews;

	private final Instances instances;

	private final BrakeCommands commands;

	private final Audit audit;

	private final Clock clock;

	Brakes(BrakeOrders orders, Overviews overviews, Instances instances, BrakeCommands commands, Audit audit,
			Clock clock) {
		this.orders = orders;
		this.overviews = overviews;
		this.instances = instances;
		this.commands = commands;
		this.audit = audit;
		this.clock = clock;
	}

	/** Every consumer, those first that an operator can pause. */
	List<BrakedConsumer> all() {
		Map<String, BrakeOrder> known = this.orders.all();
		List<SeenInstance> awake = this.instances.all().stream().filter((instance) -> !instance.silent()).toList();
		return this.overviews.consumers()
			.stream()
			.map((look) -> braked(look, known.get(look.consumer()), awake))
			.sorted((one, other) -> Boolean.compare(other.hasBrake(), one.hasBrake()))
			.toList();
	}

	/**
	 * One consumer.
	 * @throws Refused when there is none of that name
	 */
	BrakedConsumer one(String consumer) {
		return all().stream()
			.filter((braked) -> braked.look().consumer().equals(consumer))
			.findFirst()
			.orElseThrow(() -> Refused.unknown("There is no consumer " + consumer + "."));
	}

	/**
	 * Asks for a pause, in all instances and after restarts. What is not yet confirmed
	 * may be asked again.
	 */
	@Transactional
	void pause(String consumer, String operator, String reason) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw Refused.senseless("Say why, in at most " + LONGEST_REASON + " characters.");
		}
		if (one(consumer).state() == BrakeState.PAUSED) {
			throw Refused.conflicting(consumer + " is paused already.");
		}
		order(new BrakeOrder(consumer, true, operator, reason.strip(), this.clock.instant()));
		this.audit.note(operator, "consumer paused", consumer, Map.of("reason", reason.strip()));
	}

	/** Asks that it goes on. */
	@Transactional
	void resume(String consumer, String operator) {
		if (one(consumer).state() == BrakeState.RUNNING) {
			throw Refused.conflicting(consumer + " is not paused.");
		}
		order(new BrakeOrder(consumer, false, operator, null, this.clock.instant()));
		this.audit.note(operator, "consumer resumed", consumer, Map.of());
	}

	private void order(BrakeOrder order) {
		refuseWithoutBrake(order.consumer());
		this.orders.keep(order);
		this.commands.say(order);
	}

	private void refuseWithoutBrake(String consumer) {
		if (!hasBrake(one(consumer).look())) {
			throw Refused.conflicting(consumer + " has no brake: it is how operators and services hear each other.");
		}
	}

	/** A service that does not hear operators could never be told to go on. */
	private static boolean hasBrake(ConsumerLook look) {
		return look.isReplay() || Topic.heardBy(ServiceName.of(look.service()))
			.stream()
			.anyMatch((topic) -> !topic.isOperators() && topic.topicName().equals(look.topic()));
	}

	private static BrakedConsumer braked(ConsumerLook look, @Nullable BrakeOrder order, List<SeenInstance> awake) {
		List<SeenInstance> own = awake.stream()
			.filter((instance) -> instance.report().service().equals(look.service()))
			.toList();
		BrakeState state = hasBrake(look) ? BrakeState.of(look.consumer(), order, own) : null;
		return new BrakedConsumer(look, state != null, state, (order != null) ? order.operator() : null,
				(order != null) ? order.reason() : null, (order != null) ? order.askedAt() : null);
	}

}
