package studio.avatar.generation.generation;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The result of an inference endpoint.
 *
 * @param seed noise seed of the set; text, because it may exceed 64 bits
 * @param pictures in the provider's order
 */
record ProviderAnswer(String seed, List<Picture> pictures) {

	/** Said of a seed that the provider did not report. */
	static final String UNREPORTED = "?";

	/**
	 * One picture.
	 *
	 * @param url where it is; empty when the answer names no address
	 * @param refused the provider's safety checker has blackened it
	 */
	record Picture(String url, boolean refused) {
	}

	static ProviderAnswer of(JsonNode result) {
		JsonNode refused = result.path("has_nsfw_concepts");
		List<Picture> pictures = new ArrayList<>();
		for (JsonNode image : result.path("images")) {
			pictures.add(new Picture(image.path("url").asString(""), refused.path(pictures.size()).asBoolean(false)));
		}
		String seed = result.path("seed").asString("");
		return new ProviderAnswer(seed.isBlank() ? UNREPORTED : seed, List.copyOf(pictures));
	}

}
