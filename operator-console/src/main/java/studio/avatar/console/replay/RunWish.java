package studio.avatar.console.replay;

import org.jspecify.annotations.Nullable;

/**
 * What an operator wants of a run.
 *
 * @param reason why it is run
 * @param rate records a second; absent means the usual
 * @param stopAtPercent failures in a hundred outcomes at which it stops; absent means the
 * usual
 */
public record RunWish(@Nullable String reason, @Nullable Integer rate, @Nullable Integer stopAtPercent) {

	/** The rate, refused when nobody may have it. */
	int rate(ReplaySettings settings) {
		return checked(this.rate, settings);
	}

	int stopPercent(ReplaySettings settings) {
		int percent = (this.stopAtPercent != null) ? this.stopAtPercent : settings.stopPercent();
		if (percent < 1 || percent > 100) {
			throw ReplayRefused
				.nonsense("It stops at 1 to 100 failures in a hundred outcomes, not at %d.".formatted(percent));
		}
		return percent;
	}

	static int checked(@Nullable Integer rate, ReplaySettings settings) {
		int wanted = (rate != null) ? rate : Math.min(settings.rate(), settings.highestRate());
		if (wanted < 1 || wanted > settings.highestRate()) {
			throw ReplayRefused
				.nonsense("A rate is 1 to %,d records a second, not %,d.".formatted(settings.highestRate(), wanted));
		}
		return wanted;
	}

}
