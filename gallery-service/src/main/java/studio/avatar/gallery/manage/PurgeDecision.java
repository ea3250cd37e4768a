package studio.avatar.gallery.manage;

import java.time.Duration;
import java.time.Instant;

import studio.avatar.gallery.image.Image;

/** What a purge that has come due does with an image. */
sealed interface PurgeDecision {

	/** It was brought back meanwhile: its file stays. */
	record Keep() implements PurgeDecision {
	}

	/** It was deleted anew meanwhile and may still be brought back. */
	record WaitUntil(Instant when) implements PurgeDecision {
	}

	/**
	 * First the way back goes, then its file; also when an earlier attempt was cut off
	 * between the two.
	 *
	 * @param key where the media store keeps the file
	 * @param from when the way back was closed at the earliest: by rule, and not by when
	 * somebody came to it, so that a gallery that is filled again says the same
	 */
	record Purge(String key, Instant from) implements PurgeDecision {
	}

	static PurgeDecision on(Image image, Duration undoWindow, Instant now) {
		Instant deletedAt = image.deletedAt();
		if (deletedAt == null) {
			return new Keep();
		}
		Instant due = deletedAt.plus(undoWindow);
		return (image.purged() || !now.isBefore(due)) ? new Purge(image.file().key(), due) : new WaitUntil(due);
	}

}
