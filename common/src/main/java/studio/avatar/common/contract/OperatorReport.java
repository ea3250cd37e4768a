package studio.avatar.common.contract;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What services tell operators. Topic {@code operator.reports}, key: the service's id; of
 * what instances say about themselves, one word for all, since that may not wait behind
 * the outcomes of a replay.
 */
public sealed interface OperatorReport {

	/**
	 * An instance is alive, and this is how it is; said every few seconds.
	 *
	 * @param service {@link ServiceName#id()}
	 * @param instance name of the process, unique among all that run
	 * @param startedAt when it was started
	 * @param seenAt when this was true
	 * @param consumers every topic it hears
	 * @param outboxSize events of the service (all instances) that wait to be published
	 * @param outboxOldest when the one that waits longest was decided; absent when none
	 * waits
	 * @param jobs how many jobs of the service (all instances) stand in each state that
	 * is not an end
	 * @param stuck jobs that have stood still longer than they should, longest first, at
	 * most {@value #MOST_STUCK}
	 * @param counts what happened to this instance since it was started, such as calls
	 * that a provider refused
	 */
	@JsonTypeName("operator.instance-seen")
	record InstanceSeen(String service, String instance, Instant startedAt, Instant seenAt,
			List<ConsumerState> consumers, long outboxSize, @Nullable Instant outboxOldest, List<JobCount> jobs,
			List<StuckJob> stuck, List<Count> counts) implements OperatorReport {

		/** More would tell an operator nothing new. */
		public static final int MOST_STUCK = 20;

		public InstanceSeen {
			Refuse.blank(service, "service");
			Refuse.blank(instance, "instance");
			Refuse.missing(startedAt, "startedAt");
			Refuse.missing(seenAt, "seenAt");
			consumers = List.copyOf(consumers);
			jobs = List.copyOf(jobs);
			stuck = List.copyOf(stuck);
			counts = List.copyOf(counts);
		}
	}

	/**
	 * What became of records that operators replayed, or what would become of them.
	 *
	 * @param service {@link ServiceName#id()}
	 * @param replayId the replay they belong to
	 */
	@JsonTypeName("operator.replay-outcomes")
	record ReplayOutcomes(String service, String replayId, List<ReplayOutcome> outcomes) implements OperatorReport {

		public ReplayOutcomes {
			Refuse.blank(service, "service");
			Refuse.blank(replayId, "replayId");
			Refuse.empty(outcomes, "outcomes");
			outcomes = List.copyOf(outcomes);
		}
	}

	/**
	 * One topic as one instance hears it.
	 *
	 * @param consumer {@code training/chat.training}
	 * @param paused whether the brake is on
	 * @param received records since the instance was started; each ends as one of the
	 * other four
	 */
	record ConsumerState(String consumer, boolean paused, long received, long handled, long duplicate,
			long unrecognized, long parked) {

		public ConsumerState {
			Refuse.blank(consumer, "consumer");
		}
	}

	/**
	 * How many jobs stand in a state.
	 *
	 * @param kind what is done, {@code training} or {@code generation}
	 */
	record JobCount(String kind, String state, long count) {

		public JobCount {
			Refuse.blank(kind, "kind");
			Refuse.blank(state, "state");
		}
	}

	/**
	 * A job that has stood still longer than it should.
	 *
	 * @param since when it came into its state
	 * @param deadline when it is given up at the latest; absent when nobody would
	 */
	record StuckJob(String kind, String id, String state, long chatId, Instant since, @Nullable Instant deadline) {

		public StuckJob {
			Refuse.blank(kind, "kind");
			Refuse.blank(id, "id");
			Refuse.blank(state, "state");
			Refuse.missing(since, "since");
		}
	}

	/**
	 * How often something happened.
	 *
	 * @param name {@code telegram.429}, {@code provider.timeout}
	 */
	record Count(String name, long count) {

		public Count {
			Refuse.blank(name, "name");
		}
	}

	/** A report of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements OperatorReport {
	}

}
