package studio.avatar.console.archive;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import studio.avatar.common.messaging.Place;

/**
 * Where a page of records ends: the next one goes on behind it, however many have been
 * added in front meanwhile. As text {@code 1763805600000_training.events-3@1742}, for
 * addresses.
 */
public record Cursor(Instant recordedAt, Place place) {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,13})_([\\w.-]{1,249})-(\\d{1,9})@(\\d{1,18})");

	/** The end of a page that ends with this record. */
	public static Cursor behind(ArchivedRecord last) {
		return new Cursor(last.recordedAt(), last.place());
	}

	/**
	 * Reads its text.
	 * @throws UnusableSearch when it is none
	 */
	public static Cursor parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new UnusableSearch("This page's address is damaged; begin with the newest records.");
		}
		return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
				new Place(parts.group(2), Integer.parseInt(parts.group(3)), Long.parseLong(parts.group(4))));
	}

	@Override
	public String toString() {
		return this.recordedAt.toEpochMilli() + "_" + this.place;
	}

}
