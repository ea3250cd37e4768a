package studio.avatar.console.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the broker said at a moment.
 *
 * @param groups lag by consumer group
 * @param ends records each topic has ever had
 * @param signsOfLife of instances, how many the console has not heard yet
 */
record BrokerLook(Instant at, Map<String, GroupLag> groups, Map<String, Long> ends, long signsOfLife) {

	/** More than all instances give in a few seconds. */
	private static final long MANY = 50;

	/** Whether the console cannot say who is silent, since it is behind itself. */
	boolean isBehind() {
		return this.signsOfLife > MANY;
	}

	List<Sample> samples() {
		List<Sample> samples = new ArrayList<>();
		this.groups.forEach((group, lag) -> samples.add(new Sample(Measure.LAG, group, lag.waiting())));
		this.ends.forEach((topic, end) -> samples.add(new Sample(Measure.END, topic, end)));
		return samples;
	}

}
