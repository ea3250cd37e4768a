package studio.avatar.generation.generation;

import java.util.UUID;

import jakarta.persistence.Embeddable;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.MediaRef;

/** A picture of a generation, flat. Its seed is the generation's. */
@Embeddable
record ImageRow(UUID imageId, String fileKey, String sha256, String contentType, long bytes, int width, int height) {

	static ImageRow of(GeneratedImage image) {
		MediaRef file = image.file();
		if (file.width() == null || file.height() == null) {
			throw new IllegalArgumentException("a picture without pixels: " + file.key());
		}
		return new ImageRow(image.imageId(), file.key(), file.sha256(), file.contentType(), file.bytes(), file.width(),
				file.height());
	}

	GeneratedImage image(String seed) {
		return new GeneratedImage(this.imageId,
				new MediaRef(this.fileKey, this.sha256, this.contentType, this.bytes, this.width, this.height), seed);
	}

}
