package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Nobody replays by mistake what is being replayed already. */
final class DuplicateGuard {

	private DuplicateGuard() {
	}

	/**
	 * Refuses when one of those that chose the same is under way.
	 * @param own the replay that is about to run, which is no duplicate of itself
	 */
	static void refuse(List<Replay> same, @Nullable UUID own) {
		same.stream()
			.filter((other) -> !other.id().equals(own) && isUnderWay(other.state()))
			.findFirst()
			.ifPresent((other) -> {
				throw new ReplayRefused(
						"The same records are under way to the same consumer: replay %s of %s, %s. Force it to plan it anyway."
							.formatted(other.id(), other.plannedBy(), Words.of(other.state())));
			});
	}

	private static boolean isUnderWay(ReplayState state) {
		return switch (state) {
			case ReplayState.Running running -> true;
			case ReplayState.Paused paused -> true;
			case ReplayState.AwaitingApproval awaiting -> true;
			case ReplayState.Planned planned -> false;
			case ReplayState.Previewing previewing -> false;
			case ReplayState.Previewed previewed -> false;
			case ReplayState.Completed completed -> false;
			case ReplayState.Cancelled cancelled -> false;
			case ReplayState.Stopped stopped -> false;
		};
	}

}
