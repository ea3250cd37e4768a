package studio.avatar.gallery.browse;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import studio.avatar.common.talk.Talk;

/** Moments as the person's clock and language tell them. */
public final class PersonsClock {

	private PersonsClock() {
	}

	/** Day and minute. */
	public static String dayAndTime(Talk talk, Instant instant) {
		return format("d MMM uuuu, HH:mm", talk, instant);
	}

	/** Minute. */
	public static String time(Talk talk, Instant instant) {
		return format("HH:mm", talk, instant);
	}

	private static String format(String pattern, Talk talk, Instant instant) {
		return DateTimeFormatter.ofPattern(pattern, Locale.of(talk.locale())).format(instant.atZone(talk.zone()));
	}

}
