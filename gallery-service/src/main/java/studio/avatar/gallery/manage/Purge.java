package studio.avatar.gallery.manage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.media.MediaStore;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/**
 * The second step of deleting: when the undo window has passed, the way back is closed in
 * a transaction, and then the file goes. Cut off between the two, it is begun again and
 * deletes a file that may be gone already.
 */
@Component
class Purge {

	private static final Logger log = LoggerFactory.getLogger(Purge.class);

	private final Images images;

	private final MediaStore media;

	private final TransactionTemplate transaction;

	private final GallerySettings settings;

	private final Clock clock;

	Purge(Images images, MediaStore media, TransactionTemplate transaction, GallerySettings settings, Clock clock) {
		this.images = images;
		this.media = media;
		this.transaction = transaction;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Does what is due for an image.
	 * @return what that was
	 * @throws UncheckedIOException when the store cannot delete now; trying again helps
	 */
	PurgeDecision run(UUID imageId) {
		Instant now = this.clock.instant();
		PurgeDecision decision = Objects
			.requireNonNull(this.transaction.execute((status) -> closeTheWayBack(imageId, now)));
		if (decision instanceof PurgeDecision.Purge purge) {
			deleteFile(purge.key());
			log.atInfo().addKeyValue("imageId", imageId).log("File of a deleted image purged");
		}
		return decision;
	}

	/**
	 * Does what should have been done by now: an image deleted anew in the very moment
	 * its old purge ran has no purge of its own. One that has is left to it.
	 */
	void sweep() {
		this.images.toBePurged(this.clock.instant().minus(this.settings.undoWindow()), PurgeTask.KIND)
			.forEach(this::run);
	}

	private PurgeDecision closeTheWayBack(UUID imageId, Instant now) {
		Image image = this.images.lock(imageId).orElseThrow();
		PurgeDecision decision = PurgeDecision.on(image, this.settings.undoWindow(), now);
		if (decision instanceof PurgeDecision.Purge purge) {
			this.images.purge(image, purge.from());
		}
		return decision;
	}

	private void deleteFile(String key) {
		try {
			this.media.delete(key);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
