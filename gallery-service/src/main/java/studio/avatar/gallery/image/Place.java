package studio.avatar.gallery.image;

/**
 * Where an image stands in a collection.
 *
 * @param number 1 for the newest
 * @param of how many images are shown at all, at least {@code number}
 */
public record Place(int number, int of) {

	public Place {
		if (number < 1 || number > of) {
			throw new IllegalArgumentException("image %d of %d".formatted(number, of));
		}
	}

	public boolean hasNewer() {
		return this.number > 1;
	}

	public boolean hasOlder() {
		return this.number < this.of;
	}

}
