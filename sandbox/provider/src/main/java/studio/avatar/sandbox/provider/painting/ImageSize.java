package studio.avatar.sandbox.provider.painting;

import java.util.List;
import java.util.Map;

import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.Input;
import tools.jackson.databind.JsonNode;

/**
 * The size of a picture in pixels, exactly.
 *
 * @param width 64 to 4096
 * @param height 64 to 4096
 */
record ImageSize(int width, int height) {

	static final int LEAST = 64;

	static final int MOST = 4096;

	private static final ImageSize DEFAULT = new ImageSize(1024, 768);

	private static final Map<String, ImageSize> NAMED = Map.of("square_hd", new ImageSize(1024, 1024), "square",
			new ImageSize(512, 512), "portrait_4_3", new ImageSize(768, 1024), "portrait_16_9",
			new ImageSize(576, 1024), "landscape_4_3", DEFAULT, "landscape_16_9", new ImageSize(1024, 576));

	/**
	 * From {@code image_size}: a name or {@code {width, height}}; the default is
	 * {@code landscape_4_3}.
	 */
	static ImageSize of(Input input) {
		JsonNode size = input.raw("image_size");
		if (!input.has("image_size")) {
			return DEFAULT;
		}
		return size.isObject() ? new ImageSize(side(input, size, "width"), side(input, size, "height"))
				: named(input, size.asString(""));
	}

	private static ImageSize named(Input input, String name) {
		ImageSize size = NAMED.get(name);
		if (size == null) {
			input.wrong(Detail.of(List.of("body", "image_size"), "enum",
					"Input should be an image size or one of " + NAMED.keySet().stream().sorted().toList()));
			return DEFAULT;
		}
		return size;
	}

	private static int side(Input input, JsonNode size, String name) {
		JsonNode side = size.path(name);
		if (!side.isIntegralNumber() || side.asLong() < LEAST || side.asLong() > MOST) {
			input.wrong(Detail.of(List.of("body", "image_size", name), "value_error",
					"Input should be a whole number from " + LEAST + " to " + MOST, Map.of("ge", LEAST, "le", MOST)));
			return 512;
		}
		return side.asInt();
	}

	/** Megapixels, rounded up: what is paid for. */
	long megapixels() {
		return Math.ceilDiv((long) this.width * this.height, 1_000_000L);
	}

}
