package studio.avatar.common.contract;

import java.util.List;

/**
 * Pictures shown small and numbered in one, three in a row. The gateway makes it.
 *
 * @param pictures 1 to 9 images, in order
 * @param firstNumber what stands on the first of them, 1 to 999; the next one has the
 * next number
 */
public record Sheet(List<MediaRef> pictures, int firstNumber) {

	/** Three rows of three. */
	public static final int MOST_PICTURES = 9;

	public Sheet {
		Refuse.empty(pictures, "pictures");
		Refuse.outside(pictures.size(), 1, MOST_PICTURES, "number of pictures");
		pictures = List.copyOf(pictures);
		Refuse.outside(firstNumber, 1, 999, "firstNumber");
	}

}
