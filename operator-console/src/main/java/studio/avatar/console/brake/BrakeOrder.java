package studio.avatar.console.brake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;

/**
 * The last that an operator wanted of a consumer.
 *
 * @param paused whether it is to be paused, or to go on
 * @param reason why it was to be paused; absent when it is to go on
 */
record BrakeOrder(String consumer, boolean paused, String operator, @Nullable String reason, Instant askedAt) {

	/** {@link studio.avatar.common.contract.ServiceName#id()}. */
	String service() {
		return this.consumer.substring(0, this.consumer.indexOf('/'));
	}

	/** Whether an instance does something else. */
	boolean isContradictedBy(InstanceSeen seen) {
		return seen.service().equals(service()) && seen.consumers()
			.stream()
			.anyMatch((state) -> state.consumer().equals(this.consumer) && state.paused() != this.paused);
	}

}
