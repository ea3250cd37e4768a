package studio.avatar.common.contract;

import java.time.Duration;
import java.util.Set;

/**
 * What the next free text or photo in a chat means. Stored by the gateway; cleared by
 * /cancel, by any navigation and by expiry. Text answers it once; photos answer it until
 * it is cleared or another one is set.
 *
 * @param name starts with the owning {@link Domain}, such as {@code training:name:…};
 * comes back with the answer
 * @param accepts which kinds of message answer it, at least one
 * @param lasts how long it waits, counted from the reply's arrival at the gateway;
 * positive
 */
public record Expectation(String name, Set<Kind> accepts, Duration lasts) {

	public Expectation {
		Refuse.blank(name, "name");
		if (Domain.of(name).isEmpty()) {
			throw new IllegalArgumentException("expectation has no domain: " + name);
		}
		Refuse.empty(accepts, "accepts");
		accepts = Set.copyOf(accepts);
		Refuse.missing(lasts, "lasts");
		Refuse.outside(lasts.toSeconds(), 1, Duration.ofDays(30).toSeconds(), "seconds of lasts");
	}

	/** A kind of message. */
	public enum Kind {

		TEXT, PHOTO

	}

	/** Free text, waited for one day. */
	public static Expectation text(String name) {
		return new Expectation(name, Set.of(Kind.TEXT), Duration.ofDays(1));
	}

	/** Photos or image files, waited for one day. */
	public static Expectation photos(String name) {
		return new Expectation(name, Set.of(Kind.PHOTO), Duration.ofDays(1));
	}

}
