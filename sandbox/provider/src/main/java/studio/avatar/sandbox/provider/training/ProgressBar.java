package studio.avatar.sandbox.provider.training;

import java.time.Duration;
import java.util.Locale;

/**
 * One line of a progress bar, as trainers print it to standard error:
 * {@code  42%|####      | 1050/2500 [00:08<00:11, 131.3it/s]}.
 */
final class ProgressBar {

	private static final int WIDTH = 10;

	private ProgressBar() {
	}

	/**
	 * The line at some moment.
	 * @param step steps done
	 * @param steps steps in all, 1 or more
	 * @param elapsed time since the first step
	 */
	static String line(int step, int steps, Duration elapsed) {
		int filled = WIDTH * step / steps;
		double seconds = elapsed.toMillis() / 1000.0;
		double rate = (seconds > 0) ? step / seconds : 0;
		String left = (rate > 0) ? clock((long) ((steps - step) / rate)) : "?";
		return String.format(Locale.ROOT, "%3d%%|%s%s| %d/%d [%s<%s, %s]", 100 * step / steps, "#".repeat(filled),
				" ".repeat(WIDTH - filled), step, steps, clock((long) seconds), left, speed(rate));
	}

	private static String speed(double rate) {
		return (rate > 0) ? String.format(Locale.ROOT, "%.1fit/s", rate) : "?it/s";
	}

	private static String clock(long seconds) {
		return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
	}

}
