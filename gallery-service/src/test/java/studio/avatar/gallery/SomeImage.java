package studio.avatar.gallery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;
import studio.avatar.gallery.image.Image;

/** An image for tests of what is decided about one. */
public final class SomeImage {

	private SomeImage() {
	}

	public static Image shown() {
		return deleted(null, null);
	}

	public static Image deleted(@Nullable Instant deletedAt, @Nullable Instant purgedAt) {
		return new Image(UUID.fromString("00000000-0000-0000-0000-000000000042"), 1, UUID.randomUUID(), 1, "Anna",
				"on a pier", "TOK on a pier", Ratio.SQUARE, "flux-lora", "4242",
				new MediaRef("images/1.jpg", "0".repeat(64), "image/jpeg", 3, 1024, 1024), Generated.DAY, false,
				deletedAt, purgedAt);
	}

}
