package studio.avatar.console.brake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.console.overview.SeenInstance;

/** Where a brake stands: what was asked, and whether every instance has confirmed it. */
public enum BrakeState {

	RUNNING("not paused"), PAUSING("pause asked, not yet confirmed"), PAUSED("paused"),
	RESUMING("resume asked, not yet confirmed"),

	/** Without an order known here: some instances are paused, others not. */
	PARTLY("paused in some instances");

	private final String words;

	BrakeState(String words) {
		this.words = words;
	}

	/** For people. */
	public String getWords() {
		return this.words;
	}

	/** Whether a pause is what is left to ask for. */
	public boolean isReleased() {
		return this == RUNNING || this == RESUMING;
	}

	/**
	 * Where it stands.
	 * @param order the last that was asked; absent when nothing ever was
	 * @param awake the instances of the service that are not silent
	 */
	static BrakeState of(String consumer, @Nullable BrakeOrder order, List<SeenInstance> awake) {
		if (order == null) {
			return reported(consumer, awake);
		}
		boolean confirmed = !awake.isEmpty() && awake.stream().allMatch((instance) -> confirms(order, instance));
		if (order.paused()) {
			return confirmed ? PAUSED : PAUSING;
		}
		return confirmed ? RUNNING : RESUMING;
	}

	private static BrakeState reported(String consumer, List<SeenInstance> awake) {
		long paused = awake.stream().filter((instance) -> isPaused(consumer, instance)).count();
		if (paused == 0) {
			return RUNNING;
		}
		return (paused == awake.size()) ? PAUSED : PARTLY;
	}

	private static boolean confirms(BrakeOrder order, SeenInstance instance) {
		return instance.heardAt().isAfter(order.askedAt())
				&& instance.consumer(order.consumer()).map((state) -> state.paused() == order.paused()).orElse(false);
	}

	private static boolean isPaused(String consumer, SeenInstance instance) {
		return instance.consumer(consumer).map(ConsumerState::paused).orElse(false);
	}

}
