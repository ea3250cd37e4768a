package studio.avatar.gallery.manage;

import org.springframework.stereotype.Component;

import studio.avatar.common.text.Texts;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.browse.Screen;
import studio.avatar.gallery.browse.Viewer;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/** Marks an image as a favourite, or no longer. */
@Component
public class Favourites {

	private final Images images;

	private final Gallery gallery;

	private final Texts texts;

	Favourites(Images images, Gallery gallery, Texts texts) {
		this.images = images;
		this.gallery = gallery;
		this.texts = texts;
	}

	public Screen toggle(Viewer viewer, Image image) {
		boolean favourite = !image.favourite();
		this.images.favour(image, favourite);
		return this.gallery.show(viewer, image.favourite(favourite))
			.toast(this.texts.get(viewer.language(), favourite ? "toast.liked" : "toast.unliked"));
	}

}
