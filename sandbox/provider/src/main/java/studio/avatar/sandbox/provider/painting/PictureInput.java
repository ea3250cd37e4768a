package studio.avatar.sandbox.provider.painting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.Input;
import studio.avatar.sandbox.provider.model.Order;
import studio.avatar.sandbox.provider.model.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * What a picture is ordered with, checked.
 *
 * @param prompt the words, as they are
 * @param loras the LoRA files to use
 * @param size of every image
 * @param count number of images, 1 to 4
 * @param seed unsigned; image n is painted with seed + n
 * @param format {@code jpeg} or {@code png}
 * @param checked whether the safety checker is on
 */
record PictureInput(String prompt, List<Lora> loras, ImageSize size, int count, long seed, String format,
		boolean checked) {

	static final Set<String> FIELDS = Set.of("prompt", "loras", "image_size", "num_images", "seed",
			"num_inference_steps", "guidance_scale", "enable_safety_checker", "output_format", "acceleration",
			"sync_mode");

	private static final Set<String> FORMATS = Set.of("jpeg", "png");

	/**
	 * A LoRA to use.
	 *
	 * @param path address or {@code data:} URI of its file
	 * @param scale how strongly it works, 0 to 4
	 */
	record Lora(String path, double scale) {
	}

	static PictureInput of(Order order, PictureProfile profile) throws Refusal {
		Input input = new Input(order.input());
		PictureInput picture = new PictureInput(input.required("prompt"), loras(input, profile), ImageSize.of(input),
				input.whole("num_images", 1, 1, 4), input.seed("seed", order.seed()),
				input.oneOf("output_format", FORMATS, profile.defaultFormat()),
				input.flag("enable_safety_checker", true));
		input.whole("num_inference_steps", 28, 1, 50);
		input.number("guidance_scale", 3.5, 0, 35);
		input.oneOf("acceleration", Set.of("none", "regular", "high"), "none");
		input.flag("sync_mode", false);
		input.check();
		return picture;
	}

	private static List<Lora> loras(Input input, PictureProfile profile) {
		List<Lora> loras = new ArrayList<>();
		JsonNode list = input.raw("loras");
		if (input.has("loras") && !list.isArray()) {
			input.wrong(Detail.about("loras", "list_type", "Input should be a valid list"));
		}
		if (list.size() > profile.mostLoras()) {
			input.wrong(Detail.of(List.of("body", "loras"), "too_long",
					"List should have at most " + profile.mostLoras() + " items",
					Map.of("max_length", profile.mostLoras())));
		}
		for (int i = 0; i < list.size(); i++) {
			loras.add(lora(input, list.path(i), i));
		}
		return loras;
	}

	private static Lora lora(Input input, JsonNode lora, int i) {
		if (!lora.path("path").isString()) {
			input.wrong(Detail.of(List.of("body", "loras", i, "path"), "missing", "Field required"));
		}
		double scale = lora.path("scale").asDouble(1);
		if (scale < 0 || scale > 4) {
			input.wrong(Detail.of(List.of("body", "loras", i, "scale"), "less_than_equal",
					"Input should be from 0 to 4", Map.of("ge", 0, "le", 4)));
		}
		return new Lora(lora.path("path").asString(""), scale);
	}

	/** The seed of one of the images. */
	long seedOf(int image) {
		return this.seed + image;
	}

	boolean forbidden() {
		return this.prompt.contains("forbidden-content");
	}

	boolean unsafe() {
		return this.checked && this.prompt.contains("nsfw-test");
	}

}
