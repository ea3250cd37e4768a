package studio.avatar.gallery.browse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import studio.avatar.common.contract.Origin;

/**
 * The person who looks.
 *
 * @param language {@code ru} or {@code en}
 * @param zone where the person's clock stands
 */
public record Viewer(long userId, String language, ZoneId zone) {

	/** Who did something; UTC when the zone is one this JDK does not know. */
	public static Viewer of(Origin origin) {
		return new Viewer(origin.userId(), origin.locale(), zone(origin.timeZone()));
	}

	/** Day and minute on the person's clock. */
	public String dayAndTime(Instant instant) {
		return format("d MMM uuuu, HH:mm", instant);
	}

	/** Minute on the person's clock. */
	public String time(Instant instant) {
		return format("HH:mm", instant);
	}

	private String format(String pattern, Instant instant) {
		return DateTimeFormatter.ofPattern(pattern, Locale.of(this.language)).format(instant.atZone(this.zone));
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

}
