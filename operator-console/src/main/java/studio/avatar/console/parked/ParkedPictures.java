package studio.avatar.console.parked;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import studio.avatar.console.page.Bars;
import studio.avatar.console.page.Steps;

/** What was parked when, ready to be drawn. */
record ParkedPictures(Stretch stretch, Steps steps, Map<Instant, Long> parked,
		Map<GroupName, Map<Instant, Long>> groups) {

	private static final int WIDE = 960;

	private static final int HIGH = 120;

	private static final int SMALL_WIDE = 144;

	private static final int SMALL_HIGH = 28;

	/** Over all groups. */
	Bars all() {
		return bars(this.parked, WIDE, HIGH);
	}

	/** Over these groups. */
	Bars of(List<Group> some) {
		Map<Instant, Long> counts = new HashMap<>();
		some.forEach((group) -> this.groups.getOrDefault(group.name(), Map.of())
			.forEach((step, count) -> counts.merge(step, count, Long::sum)));
		return bars(counts, WIDE, HIGH);
	}

	/** A group, small. */
	public Bars of(GroupName name) {
		return bars(this.groups.getOrDefault(name, Map.of()), SMALL_WIDE, SMALL_HIGH);
	}

	/** A group, large. */
	public Bars large(GroupName name) {
		return bars(this.groups.getOrDefault(name, Map.of()), WIDE, HIGH);
	}

	private Bars bars(Map<Instant, Long> counts, int width, int height) {
		return Bars.of(this.steps, counts, "parked", width, height);
	}

}
