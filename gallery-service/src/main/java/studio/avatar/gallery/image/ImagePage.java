package studio.avatar.gallery.image;

import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Sheet;

/**
 * Some images that follow each other.
 *
 * @param images newest first, 1 to 9
 * @param first where the first of them stands
 * @param newer the first image of the page before; absent on the newest page
 * @param older the first image of the page after; absent on the oldest page
 */
public record ImagePage(List<Image> images, Place first, @Nullable Image newer, @Nullable Image older) {

	/** As many as a sheet shows. */
	public static final int SIZE = Sheet.MOST_PICTURES;

	public ImagePage {
		images = List.copyOf(images);
	}

	/** Number of the last of them. */
	public int last() {
		return this.first.number() + this.images.size() - 1;
	}

}
