package studio.avatar.gateway.lane;

import java.time.Duration;

/**
 * How long a chat is left alone although something waits in it.
 *
 * @param firm not even new work ends it earlier
 */
public record Rest(Duration length, boolean firm) {

	/** For work that would fail, or come too early, however much more of it there is. */
	public static Rest firm(Duration length) {
		return new Rest(length, true);
	}

	/** For work that something new may complete. */
	public static Rest unlessNudged(Duration length) {
		return new Rest(length, false);
	}

}
