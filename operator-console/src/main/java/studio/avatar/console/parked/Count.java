package studio.avatar.console.parked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many records of a group were parked within an hour or a day.
 *
 * @param from when that hour or day began
 */
record Count(Instant from, String consumer, String fingerprint, long parked) {

	/** Every count that is not zero. */
	static List<Count> of(ParkedPictures pictures) {
		List<Count> counts = new ArrayList<>();
		pictures.groups()
			.forEach((group, steps) -> steps
				.forEach((from, parked) -> counts.add(new Count(from, group.consumer(), group.fingerprint(), parked))));
		counts.sort(Comparator.comparing(Count::from).thenComparing(Count::consumer).thenComparing(Count::fingerprint));
		return counts;
	}

}
