package studio.avatar.gateway.routing;

import java.util.regex.Pattern;

/**
 * Where somebody who pressed START comes from, by the {@code start} parameter of the link
 * they followed. No offer hangs on a link yet, so all of them are greeted alike.
 */
public enum DeepLink {

	/** Pressed by hand. */
	NONE("", ""),

	/** The button that the bot shows in groups. */
	GROUP("group", ""),

	/** {@code promo_CODE}. */
	PROMO("promo_", "[A-Za-z0-9_-]{1,58}"),

	/** {@code ref_ID}, the user id of somebody who invites. */
	REFERRAL("ref_", "[0-9]{1,19}"),

	/** Of another time, or made up. */
	UNKNOWN(".*", "");

	private final Pattern payload;

	DeepLink(String prefix, String rest) {
		this.payload = Pattern.compile(prefix + rest, Pattern.DOTALL);
	}

	/**
	 * Reads it.
	 * @param payload what stood behind {@code /start}
	 */
	public static DeepLink of(String payload) {
		for (DeepLink link : values()) {
			if (link.payload.matcher(payload).matches()) {
				return link;
			}
		}
		return UNKNOWN;
	}

}
