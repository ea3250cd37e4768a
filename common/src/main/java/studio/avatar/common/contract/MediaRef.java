package studio.avatar.common.contract;

import org.jspecify.annotations.Nullable;

/**
 * A claim check for a file in the media store: events carry this and never bytes or
 * expiring links.
 *
 * @param key where the store keeps it, a relative path such as {@code photos/42/1f0c.jpg}
 * @param sha256 SHA-256 of the content, 64 lower-case hex digits
 * @param contentType media type, such as {@code image/jpeg}
 * @param bytes size of the content, at least 1
 * @param width pixels as shown (after EXIF orientation); absent when it is no image
 * @param height pixels as shown; absent when it is no image
 */
public record MediaRef(String key, String sha256, String contentType, long bytes, @Nullable Integer width,
		@Nullable Integer height) {

	public MediaRef {
		Refuse.blank(key, "key");
		if (key.startsWith("/") || key.contains("..")) {
			throw new IllegalArgumentException("key leaves the store: " + key);
		}
		if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("sha256 is not 64 hex digits");
		}
		Refuse.blank(contentType, "contentType");
		Refuse.outside(bytes, 1, Long.MAX_VALUE, "bytes");
	}

}
