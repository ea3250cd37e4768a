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

	/**
	 * Whether nothing was heard for too long, as far as that can be told: not before the
	 * console listened, and not while it is itself behind with what it hears.
	 */
	static boolean isSilent(Instant heardAt, Instant listeningSince, boolean behind, Instant now,
			Duration silentAfter) {
		Instant since = heardAt.isAfter(listeningSince) ? heardAt : listeningSince;
		return since.plus(silentAfter).isBefore(now) && !behind;
	}

	/** How it hears a topic; empty when it does not. */
	public Optional<ConsumerState> consumer(String consumer) {
		return this.report.consumers().stream().filter((state) -> state.consumer().equals(consumer)).findFirst();
	}

}
