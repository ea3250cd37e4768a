package studio.avatar.sandbox.telegram.chat;

import java.security.SecureRandom;

/**
 * Names for albums ({@code media_group_id}).
 */
public final class Albums {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Albums() {
	}

	/** A name that no other album has. */
	public static String newId() {
		return Long.toString(RANDOM.nextLong(1L << 53, Long.MAX_VALUE));
	}

}
