package studio.avatar.gallery.guard;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.InVain;
import studio.avatar.common.talk.Guarded;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.gallery.browse.Gallery;
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

	private final Language language;

	ImageGuard(Images images, Gallery gallery, Language language) {
		this.images = images;
		this.gallery = gallery;
		this.language = language;
	}

	/** An image that is shown. */
	public Guarded<Image> shown(Talk talk, UUID imageId) {
		return orRefusal(talk, find(talk, imageId).filter(Image::shown));
	}

	/** An image that is shown or deleted. */
	public Guarded<Image> known(Talk talk, UUID imageId) {
		return orRefusal(talk, find(talk, imageId));
	}

	/** One that is not there at all may have been lost, and be there again. */
	private Optional<Image> find(Talk talk, UUID imageId) {
		Optional<Image> image = this.images.find(talk.userId(), imageId);
		if (image.isEmpty()) {
			InVain.say();
		}
		return image;
	}

	private Guarded<Image> orRefusal(Talk talk, Optional<Image> image) {
		return image.<Guarded<Image>>map(Passed::new)
			.orElseGet(() -> new Refused<>(this.gallery.open(talk).toast(this.language.of(talk).text("toast.gone"))));
	}

}
