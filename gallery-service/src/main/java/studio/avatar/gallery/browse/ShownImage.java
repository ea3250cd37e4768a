package studio.avatar.gallery.browse;

import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Place;

/**
 * An image as it is about to be shown.
 *
 * @param fileThere whether the media store has its file
 */
record ShownImage(Image image, Place place, boolean fileThere) {
}
