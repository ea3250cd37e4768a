package studio.avatar.console.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.page.Refused;

/**
 * Which entries are wanted; what is absent or blank does not narrow them.
 *
 * @param who exact name
 * @param what part of what was done
 * @param about part of what it was done to
 * @param text part of any of these, or of the details
 * @param from the oldest wanted
 * @param to the newest wanted, exclusive
 * @param before only entries with a smaller id: the next page
 */
record AuditSearch(@Nullable String who, @Nullable String what, @Nullable String about, @Nullable String text,
		@Nullable Instant from, @Nullable Instant to, @Nullable Long before) {

	private static final Instant FIRST = Instant.EPOCH;

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

	AuditSearch {
		who = meant(who);
		what = meant(what);
		about = meant(about);
		text = meant(text);
		refuseBeyondTheCalendar(from);
		refuseBeyondTheCalendar(to);
	}

	private static void refuseBeyondTheCalendar(@Nullable Instant time) {
		if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
			throw Refused.senseless("A time lies between 1970 and 9999.");
		}
	}

	private static @Nullable String meant(@Nullable String words) {
		return (words == null || words.isBlank()) ? null : words.strip().replace("\u0000", "");
	}

}
