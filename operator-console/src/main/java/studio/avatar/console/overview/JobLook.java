package studio.avatar.console.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.StuckJob;

/**
 * Jobs at a provider, as the newest report of each service tells them. A service that has
 * fallen silent told it a while ago, and that is said with it.
 *
 * @param stuck those that stand still longer than they should, longest first
 * @param states how many stand in each state that is not an end
 */
public record JobLook(List<Stuck> stuck, List<InState> states) {

	static JobLook of(Collection<SeenInstance> newest) {
		List<Stuck> stuck = newest.stream()
			.flatMap((seen) -> seen.report().stuck().stream().map((job) -> Stuck.of(seen, job)))
			.sorted(Comparator.comparing(Stuck::since))
			.toList();
		List<InState> states = newest.stream().flatMap((seen) -> states(seen).stream()).toList();
		return new JobLook(stuck, states);
	}

	private static List<InState> states(SeenInstance seen) {
		InstanceSeen report = seen.report();
		return report.jobs()
			.stream()
			.map((job) -> new InState(report.service(), job.kind(), job.state(), job.count(), asOf(seen)))
			.toList();
	}

	private static @Nullable Instant asOf(SeenInstance seen) {
		return seen.silent() ? seen.heardAt() : null;
	}

	/** How many jobs are under way at all, as far as services tell it now. */
	public long getUnderWay() {
		return this.states.stream().filter((state) -> state.asOf() == null).mapToLong(InState::count).sum();
	}

	/** How many stand still, as far as services tell it now. */
	long stuckNow() {
		return this.stuck.stream().filter((job) -> job.asOf() == null).count();
	}

	/**
	 * How many jobs of a kind stand in a state.
	 *
	 * @param asOf when that was told, where it is no more than an old report; absent
	 * where it is as of now
	 */
	public record InState(String service, String kind, String state, long count, @Nullable Instant asOf) {
	}

	/**
	 * A job that stands still.
	 *
	 * @param asOf as in {@link InState}
	 */
	public record Stuck(String service, String kind, String id, String state, long chatId, Instant since,
			@Nullable Instant deadline, @Nullable Instant asOf) {

		static Stuck of(SeenInstance seen, StuckJob job) {
			return new Stuck(seen.report().service(), job.kind(), job.id(), job.state(), job.chatId(), job.since(),
					job.deadline(), JobLook.asOf(seen));
		}

	}

}
