package studio.avatar.console.parked;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

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

	int steps() {
		return this.steps;
	}

	Duration length() {
		return this.step.multipliedBy(this.steps);
	}

	public String word() {
		return (this == DAYS) ? "days" : "hours";
	}

	/** When the first step begins, so that now is in the last one. */
	Instant from(Instant now) {
		long seconds = this.step.toSeconds();
		Instant current = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
		return current.minus(this.step.multipliedBy(this.steps - 1L));
	}

}
