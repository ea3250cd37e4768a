package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What credits were spent on, as the archived events of the ledger tell it.
 *
 * @param since the oldest hold that is known; absent when none is
 * @param days credits captured, newest day first
 * @param openHolds holds that were neither captured nor released
 * @param openCredits credits in them
 */
public record Spend(@Nullable Instant since, List<Day> days, long openHolds, long openCredits) {

	/** What was captured within the days shown, by kind of work. */
	public List<Total> getTotals() {
		Map<String, Total> totals = new TreeMap<>();
		this.days.forEach(
				(day) -> totals.merge(day.purpose(), new Total(day.purpose(), day.credits(), day.jobs()), Total::plus));
		return List.copyOf(totals.values());
	}

	/** Nothing is known of any hold. */
	public boolean isEmpty() {
		return this.since == null;
	}

	/** What was captured for one kind of work. */
	public record Total(String purpose, long credits, long jobs) {

		Total plus(Total other) {
			return new Total(this.purpose, this.credits + other.credits, this.jobs + other.jobs);
		}

	}

	/**
	 * What was captured on a day for one kind of work.
	 *
	 * @param day in UTC
	 * @param purpose such as {@code training}; {@code not archived} when the request is
	 * not in the archive
	 * @param jobs how many jobs it was captured for
	 */
	public record Day(LocalDate day, String purpose, long credits, long jobs) {
	}

}
