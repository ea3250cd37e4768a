package studio.avatar.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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

	/** Nothing is known of any hold. */
	public boolean isEmpty() {
		return this.since == null;
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
