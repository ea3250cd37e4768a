package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;

/**
 * How a service is.
 *
 * @param service {@link studio.avatar.common.contract.ServiceName#id()}
 * @param alive whether any instance is not silent
 * @param awaited not heard of, and the console has not listened for long enough to miss
 * it
 * @param asOf when the figures below were told; absent when no instance was heard of
 * @param outboxSize events that wait to be published; absent like {@code asOf}
 * @param outboxAge how long the oldest of them had waited
 * @param jobs how many of its jobs are under way
 * @param stuck how many of them stand still, as far as reports tell
 * @param parkedOpen its records that are parked and not settled
 */
public record ServiceLook(String service, boolean alive, boolean awaited, List<InstanceLook> instances,
		@Nullable Instant asOf, @Nullable Long outboxSize, @Nullable Duration outboxAge, long jobs, int stuck,
		long parkedOpen) {

	/**
	 * Puts it together.
	 * @param instances those that were heard of, the newest report first
	 * @param listening whether somebody who was not heard of is not there
	 */
	static ServiceLook of(String service, List<SeenInstance> instances, boolean listening, long parkedOpen) {
		boolean alive = instances.stream().anyMatch((instance) -> !instance.silent());
		List<InstanceLook> looks = instances.stream().map(InstanceLook::of).toList();
		if (instances.isEmpty()) {
			return new ServiceLook(service, false, !listening, looks, null, null, null, 0, 0, parkedOpen);
		}
		InstanceSeen newest = instances.getFirst().report();
		return new ServiceLook(service, alive, false, looks, instances.getFirst().heardAt(), newest.outboxSize(),
				Instances.outboxAge(newest), newest.jobs().stream().mapToLong(JobCount::count).sum(),
				newest.stuck().size(), parkedOpen);
	}

	/** What the map says about it. */
	@JsonIgnore
	public List<ServiceLine> getLines() {
		return ServiceLine.of(this);
	}

	/** How many instances are not silent. */
	public long getAwake() {
		return this.instances.stream().filter((instance) -> !instance.silent()).count();
	}

	/**
	 * How an instance is.
	 *
	 * @param heardAt when it last said something
	 * @param silent whether it should have said something since
	 */
	public record InstanceLook(String instance, Instant startedAt, Instant heardAt, boolean silent) {

		static InstanceLook of(SeenInstance seen) {
			return new InstanceLook(seen.report().instance(), seen.report().startedAt(), seen.heardAt(), seen.silent());
		}
	}

}
