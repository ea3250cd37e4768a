package studio.avatar.console.parked;

import java.time.Instant;
import java.util.Map;

/** What was parked when, ready to be drawn. */
record Pictures(Stretch stretch, Instant from, Map<Instant, Long> parked, Map<GroupName, Map<Instant, Long>> groups) {

	private static final int WIDE = 960;

	private static final int HIGH = 120;

	private static final int SMALL_WIDE = 144;

	private static final int SMALL_HIGH = 28;

	/** Over all groups. */
	public Bars all() {
		return Bars.of(this.stretch, this.from, this.parked, WIDE, HIGH);
	}

	/** A group, small. */
	public Bars of(GroupName name) {
		return Bars.of(this.stretch, this.from, this.groups.getOrDefault(name, Map.of()), SMALL_WIDE, SMALL_HIGH);
	}

	/** A group, large. */
	public Bars large(GroupName name) {
		return Bars.of(this.stretch, this.from, this.groups.getOrDefault(name, Map.of()), WIDE, HIGH);
	}

}
