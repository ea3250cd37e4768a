package studio.avatar.gallery.guard;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import studio.avatar.common.text.Texts;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.browse.Screen;
import studio.avatar.gallery.browse.Viewer;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/**
 * The image exists and is theirs. Whoever asks for another's hears the same as whoever
 * asks for one that never was.
 */
@Component
public class ImageGuard {

	private final Images images;

	private final Gallery gallery;

	private final Texts texts;

	ImageGuard(Images images, Gallery gallery, Texts texts) {
		this.images = images;
		this.gallery = gallery;
		this.texts = texts;
	}

	/** Yields an image that is shown, or refuses. */
	public Screen shown(Viewer viewer, UUID imageId, Function<Image, Screen> then) {
		return orRefuse(viewer, this.images.find(viewer.userId(), imageId).filter(Image::shown), then);
	}

	/** Yields an image that is shown or deleted, or refuses. */
	public Screen known(Viewer viewer, UUID imageId, Function<Image, Screen> then) {
		return orRefuse(viewer, this.images.find(viewer.userId(), imageId), then);
	}

	private Screen orRefuse(Viewer viewer, Optional<Image> image, Function<Image, Screen> then) {
		return image.map(then)
			.orElseGet(() -> this.gallery.open(viewer).toast(this.texts.get(viewer.language(), "toast.gone")));
	}

}
