package studio.avatar.console.overview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How everything is at a moment.
 *
 * @param window how far back counts and figures over time go
 * @param brokerAt when the broker last said how far everybody is; absent before it did
 * @param brokerAwaySince since when it does not answer; absent while it does
 * @param parkedOpen records that are parked and not settled, those of the console too
 * @param figures what the pictures are drawn from
 */
public record Overview(Instant at, String window, @Nullable Instant brokerAt, @Nullable Instant brokerAwaySince,
		List<ServiceLook> services, List<ConsumerLook> consumers, List<TopicLook> topics, JobLook jobs,
		List<TroubleLook> troubles, long parkedOpen, Spend spend, List<Figures> figures) {

	/** What has to be looked at now. */
	public List<ConsumerLook> getTroubled() {
		return this.consumers.stream().filter((consumer) -> consumer.health().isTrouble()).toList();
	}

	/** Records that no consumer has read yet. */
	public long getWaiting() {
		return this.consumers.stream()
			.map(ConsumerLook::waiting)
			.filter((waiting) -> waiting != null)
			.mapToLong(Long::longValue)
			.sum();
	}

	/**
	 * A measure about a thing over time.
	 *
	 * @param measure such as {@code lag}; {@code end} is the number of records a topic
	 * ever had
	 */
	public record Figures(String measure, String about, List<Point> points) {
	}

	/** One value, at the begin of its slot. */
	public record Point(Instant at, long value) {
	}

}
