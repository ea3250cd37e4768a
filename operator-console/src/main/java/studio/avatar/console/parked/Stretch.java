package studio.avatar.console.parked;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.page.Steps;

/** How far back a picture looks, and in which steps. */
enum Stretch {

	/** The last 48 hours, hour by hour. */
	HOURS(Duration.ofHours(1), 48),
	/** The last 30 days, day by day, as UTC counts days. */
	DAYS(Duration.ofDays(1), 30);

	private final Duration step;

	private final int steps;

	Stretch(Duration step, int steps) {
		this.step = step;
		this.steps = steps;
	}

	/** {@code days} is the one; anything else is the other. */
	static Stretch of(@Nullable String word) {
		return "days".equals(word) ? DAYS : HOURS;
	}

	Duration step() {
		return this.step;
	}

	public String word() {
		return (this == DAYS) ? "days" : "hours";
	}

	/** They end with the one in which now is. */
	Steps until(Instant now) {
		return Steps.until(now, this.step, this.steps);
	}

}
