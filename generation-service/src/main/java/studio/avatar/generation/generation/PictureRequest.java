package studio.avatar.generation.generation;

import java.net.URI;
import java.util.List;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import studio.avatar.generation.generation.GenerationSettings.Profile;

/**
 * The input of the provider's inference endpoint, in its own field names: an unknown one
 * is silently ignored, and the person gets a stranger's face. No seed: the provider picks
 * one and reports it.
 */
@JsonNaming(SnakeCaseStrategy.class)
record PictureRequest(String prompt, List<Lora> loras, Size imageSize, int numImages, int numInferenceSteps,
		double guidanceScale, boolean enableSafetyChecker, String outputFormat) {

	record Lora(String path, double scale) {
	}

	record Size(int width, int height) {
	}

	static PictureRequest of(Order order, Profile profile, URI model) {
		return new PictureRequest(order.finalPrompt(), List.of(new Lora(model.toString(), profile.loraScale())),
				new Size(order.ratio().width(), order.ratio().height()), order.pictures(), profile.inferenceSteps(),
				profile.guidanceScale(), true, "jpeg");
	}

}
