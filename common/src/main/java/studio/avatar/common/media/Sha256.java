package studio.avatar.common.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names content. */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
