package studio.avatar.gallery.browse;

import java.io.IOException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.media.MediaStore;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/** Walks through a person's pictures, newest first. */
@Component
public class Gallery {

	private static final Logger log = LoggerFactory.getLogger(Gallery.class);

	private final Images images;

	private final MediaStore media;

	private final ImageCard cards;

	private final PageCard pages;

	private final Language language;

	Gallery(Images images, MediaStore media, ImageCard cards, PageCard pages, Language language) {
		this.images = images;
		this.media = media;
		this.cards = cards;
		this.pages = pages;
		this.language = language;
	}

	/** The newest picture, or what to do when there is none. */
	public Screen open(Talk talk) {
		return this.images.newest(talk.userId())
			.map((image) -> show(talk, image))
			.orElseGet(() -> Screen.of(this.cards.empty(talk)));
	}

	/**
	 * One picture.
	 * @param image one that is not deleted
	 */
	public Screen show(Talk talk, Image image) {
		return Screen.of(this.cards.of(new ShownImage(image, this.images.place(image), fileThere(image)), talk));
	}

	/** Nine pictures at once, from this one on; {@code from} may be deleted by now. */
	public Screen page(Talk talk, Image from) {
		return this.images.page(from)
			.map((page) -> Screen.of(this.pages.of(page, talk)))
			.orElseGet(() -> stay(talk, from, "toast.oldest"));
	}

	/** The next older picture; {@code from} may be deleted by now. */
	public Screen older(Talk talk, Image from) {
		return this.images.olderThan(from)
			.map((image) -> show(talk, image))
			.orElseGet(() -> stay(talk, from, "toast.oldest"));
	}

	/** The next newer picture; {@code from} may be deleted by now. */
	public Screen newer(Talk talk, Image from) {
		return this.images.newerThan(from)
			.map((image) -> show(talk, image))
			.orElseGet(() -> stay(talk, from, "toast.newest"));
	}

	/** What is shown in place of a picture that was just deleted. */
	public Screen instead(Talk talk, Image deleted) {
		Optional<Image> neighbour = this.images.olderThan(deleted).or(() -> this.images.newerThan(deleted));
		return neighbour.map((image) -> show(talk, image)).orElseGet(() -> open(talk));
	}

	private Screen stay(Talk talk, Image from, String why) {
		Screen screen = from.shown() ? show(talk, from) : open(talk);
		return screen.toast(this.language.of(talk).text(why));
	}

	/**
	 * Whether the picture can be shown; one question to the store and no bytes. A store
	 * that cannot answer counts as one without the file.
	 *
	 * <p>
	 * It is asked within the handler's transaction, where long work is forbidden: the
	 * answer decides which card is shown, so it cannot come afterwards. In a folder it is
	 * the look-up of a name. A store over a network has to answer it within a second, or
	 * to fail, which is an answer, too; until then the person's next event waits, and
	 * nobody else does.
	 */
	public boolean fileThere(Image image) {
		try {
			boolean there = this.media.holds(image.file());
			if (!there) {
				log.atWarn().addKeyValue("imageId", image.id()).log("File of an image is missing in the media store");
			}
			return there;
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("imageId", image.id()).setCause(ex).log("Media store cannot be asked for a file");
			return false;
		}
	}

}
