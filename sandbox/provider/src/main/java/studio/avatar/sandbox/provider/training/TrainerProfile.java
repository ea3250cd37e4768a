package studio.avatar.sandbox.provider.training;

import java.util.Set;

/**
 * What tells one trainer from another.
 *
 * @param endpoint where it is
 * @param phraseField the field that carries the trigger phrase
 * @param fields every input field it knows
 * @param defaultSteps training steps when none are asked for
 * @param leastBilledSteps fewer steps cost as much as these
 */
record TrainerProfile(String endpoint, String phraseField, Set<String> fields, int defaultSteps, int leastBilledSteps) {

	static final TrainerProfile PORTRAIT = new TrainerProfile("fal-ai/flux-lora-portrait-trainer", "trigger_phrase",
			Set.of("images_data_url", "trigger_phrase", "learning_rate", "steps", "multiresolution_training",
					"subject_crop", "create_masks", "data_archive_format", "resume_from_checkpoint"),
			2500, 1000);

	static final TrainerProfile FAST = new TrainerProfile(
			"fal-ai/flux-lora-fast-training", "trigger_word", Set.of("images_data_url", "trigger_word", "steps",
					"create_masks", "is_style", "is_input_format_already_preprocessed", "data_archive_format"),
			1000, 1);

}
