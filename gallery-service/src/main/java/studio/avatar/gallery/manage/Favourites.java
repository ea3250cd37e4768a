package studio.avatar.gallery.manage;

import org.springframework.stereotype.Component;

import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/** Marks an image as a favourite, or no longer. */
@Component
public class Favourites {

	private final Images images;

	private final Gallery gallery;

	private final Language language;

	Favourites(Images images, Gallery gallery, Language language) {
		this.images = images;
		this.gallery = gallery;
		this.language = language;
	}

	public Screen toggle(Talk talk, Image image) {
		boolean favourite = !image.favourite();
		this.images.favour(image, favourite);
		return this.gallery.show(talk, image.favourite(favourite))
			.toast(this.language.of(talk).text(favourite ? "toast.liked" : "toast.unliked"));
	}

}
