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
 */
record BrokerLook(Instant at, Map<String, GroupLag> groups, Map<String, Long> ends) {

	List<Sample> samples() {
		List<Sample> samples = new ArrayList<>();
		this.groups.forEach((group, lag) -> samples.add(new Sample(Measure.LAG, group, lag.waiting())));
		this.ends.forEach((topic, end) -> samples.add(new Sample(Measure.END, topic, end)));
		return samples;
	}

}
