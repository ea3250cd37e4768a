package studio.avatar.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

/**
 * Times and durations as pages write them: UTC, and durations in words. Templates call it
 * {@code @times}.
 */
@Component("times")
public class Times {

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'")
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	Times(Clock clock) {
		this.clock = clock;
	}

	/** Such as {@code 2026-11-22 18:03:05}. */
	public String text(Instant time) {
		return SECOND.format(time);
	}

	/** The same with milliseconds and its zone, for a title. */
	public String full(Instant time) {
		return MILLI.format(time);
	}

	/** ISO 8601, for programs. */
	public String iso(Instant time) {
		return time.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	/** Such as {@code 4 min ago}; what lies ahead is {@code in 4 min}. */
	public String ago(Instant time) {
		Duration since = Duration.between(time, this.clock.instant());
		return since.isNegative() ? "in " + words(since.negated()) : words(since) + " ago";
	}

	/** Such as {@code 340 ms}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
	public String words(Duration duration) {
		return duration.isNegative() ? "−" + positive(duration.negated()) : positive(duration);
	}

	private static String positive(Duration it) {
		if (it.toSeconds() < 1) {
			return it.toMillis() + " ms";
		}
		if (it.toMinutes() < 1) {
			return it.toSeconds() + " s";
		}
		if (it.toHours() < 1) {
			return two(it.toMinutes(), "min", it.toSecondsPart(), "s");
		}
		return (it.toDays() < 2) ? two(it.toHours(), "h", it.toMinutesPart(), "min")
				: two(it.toDays(), "d", it.toHoursPart(), "h");
	}

	private static String two(long large, String largeUnit, int small, String smallUnit) {
		return large + " " + largeUnit + ((small != 0) ? " " + small + " " + smallUnit : "");
	}

}
