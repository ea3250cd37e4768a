package studio.avatar.sandbox.provider.training;

import studio.avatar.sandbox.provider.model.Input;
import studio.avatar.sandbox.provider.model.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A trainer's input, checked.
 *
 * @param imagesUrl where the zip of photos is
 * @param trigger the phrase; empty when none was given
 * @param steps 1 to 10,000
 */
record TrainingInput(String imagesUrl, String trigger, int steps) {

	static TrainingInput of(JsonNode node, TrainerProfile profile) throws Refusal {
		Input input = new Input(node);
		TrainingInput training = new TrainingInput(input.required("images_data_url"),
				input.text(profile.phraseField(), ""), input.whole("steps", profile.defaultSteps(), 1, 10_000));
		input.number("learning_rate", 0.00009, 0.000001, 0.1);
		profile.fields()
			.stream()
			.filter((field) -> field.startsWith("is_") || field.startsWith("create_") || field.endsWith("_training")
					|| field.endsWith("_crop"))
			.forEach((field) -> input.flag(field, false));
		input.text("data_archive_format", "zip");
		input.text("resume_from_checkpoint", "");
		input.check();
		return training;
	}

}
