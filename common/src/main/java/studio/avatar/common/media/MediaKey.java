package studio.avatar.common.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which keys there are, the same for every store, so that none depends on where the files
 * live: a relative path as S3 and a file system both can take it.
 */
final class MediaKey {

	/** Of the whole key; S3's limit. */
	private static final int MOST_BYTES = 1024;

	/** Of what stands between two slashes; the limit of file systems. */
	private static final int MOST_BYTES_OF_A_PART = 255;

	private MediaKey() {
	}

	/**
	 * The key, if it is one.
	 * @throws IOException when it is none; trying again does not help
	 */
	static String checked(String key) throws IOException {
		boolean path = Arrays.stream(key.split("/", -1)).allMatch(MediaKey::isPart);
		if (!path || bytes(key) > MOST_BYTES) {
			throw new IOException("key leaves the store: " + key);
		}
		return key;
	}

	private static boolean isPart(String part) {
		return !part.isEmpty() && !part.equals(".") && !part.contains("..") && bytes(part) <= MOST_BYTES_OF_A_PART
				&& part.chars().noneMatch(Character::isISOControl);
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
