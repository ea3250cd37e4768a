package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;

/**
 * The newest that an instance said about itself.
 *
 * @param heardAt when it was heard, by the console's own clock
 * @param silent whether it should have said something since
 */
public record SeenInstance(InstanceSeen report, Instant heardAt, boolean silent) {

	static SeenInstance of(InstanceSeen report, Instant heardAt, Instant now, Duration silentAfter) {
		return new SeenInstance(report, heardAt, heardAt.plus(silentAfter).isBefore(now));
	}

	/** How it hears a topic; empty when it does not. */
	public Optional<ConsumerState> consumer(String consumer) {
		return this.report.consumers().stream().filter((state) -> state.consumer().equals(consumer)).findFirst();
	}

}
