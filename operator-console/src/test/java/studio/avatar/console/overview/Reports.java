package studio.avatar.console.overview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.OperatorReport.StuckJob;

/** Reports as instances say them. */
public final class Reports {

	private Reports() {
	}

	/** An instance that hears what it is told and has nothing else to say. */
	public static InstanceSeen of(String service, String instance, Instant startedAt, Instant seenAt,
			ConsumerState... consumers) {
		return report(service, instance, startedAt, seenAt, List.of(consumers), 0, null, List.of());
	}

	static InstanceSeen counting(String service, String instance, Instant startedAt, Instant seenAt, Count... counts) {
		return report(service, instance, startedAt, seenAt, List.of(), 0, null, List.of(counts));
	}

	static InstanceSeen busy(String service, String instance, Instant seenAt, long outboxSize, Instant outboxOldest,
			StuckJob stuck) {
		return new InstanceSeen(service, instance, seenAt.minusSeconds(600), seenAt, List.of(), outboxSize,
				outboxOldest, List.of(new JobCount(stuck.kind(), stuck.state(), 3)), List.of(stuck), List.of());
	}

	public static ConsumerState reading(String consumer, boolean paused, long handled) {
		return new ConsumerState(consumer, paused, handled, handled, 0, 0, 0);
	}

	private static InstanceSeen report(String service, String instance, Instant startedAt, Instant seenAt,
			List<ConsumerState> consumers, long outboxSize, @Nullable Instant outboxOldest, List<Count> counts) {
		return new InstanceSeen(service, instance, startedAt, seenAt, consumers, outboxSize, outboxOldest, List.of(),
				List.of(), counts);
	}

}
