package studio.avatar.common.contract;

/**
 * Width to height of a picture, with the exact pixels that are asked for (about one
 * megapixel, multiples of 16).
 */
public enum Ratio {

	SQUARE("1:1", 1024, 1024), PORTRAIT_9_16("9:16", 720, 1280), LANDSCAPE_16_9("16:9", 1280, 720),
	PORTRAIT_3_4("3:4", 864, 1152), LANDSCAPE_4_3("4:3", 1152, 864);

	private final String label;

	private final int width;

	private final int height;

	Ratio(String label, int width, int height) {
		this.label = label;
		this.width = width;
		this.height = height;
	}

	/** As people write it, {@code 9:16}. */
	public String label() {
		return this.label;
	}

	/** Pixels. */
	public int width() {
		return this.width;
	}

	/** Pixels. */
	public int height() {
		return this.height;
	}

}
