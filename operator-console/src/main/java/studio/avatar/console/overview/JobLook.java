package studio.avatar.console.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.StuckJob;

/**
 * Jobs at a provider, as the newest report of each service tells them.
 *
 * @param stuck those that stand still longer than they should, longest first
 * @param states how many stand in each state that is not an end
 */
public record JobLook(List<Stuck> stuck, List<InState> states) {

	static JobLook of(Collection<InstanceSeen> newest) {
		List<Stuck> stuck = newest.stream()
			.flatMap((seen) -> seen.stuck().stream().map((job) -> Stuck.of(seen, job)))
			.sorted(Comparator.comparing(Stuck::since))
			.toList();
		List<InState> states = newest.stream()
			.flatMap((seen) -> seen.jobs()
				.stream()
				.map((job) -> new InState(seen.service(), job.kind(), job.state(), job.count())))
			.toList();
		return new JobLook(stuck, states);
	}

	/** How many jobs are under way at all. */
	public long getUnderWay() {
		return this.states.stream().mapToLong(InState::count).sum();
	}

	/** How many jobs of a kind stand in a state. */
	public record InState(String service, String kind, String state, long count) {
	}

	/** A job that stands still. */
	public record Stuck(String service, String kind, String id, String state, long chatId, Instant since,
			@Nullable Instant deadline) {

		static Stuck of(InstanceSeen seen, StuckJob job) {
			return new Stuck(seen.service(), job.kind(), job.id(), job.state(), job.chatId(), job.since(),
					job.deadline());
		}
	}

}
