package studio.avatar.training.run;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

/**
 * How one of the provider's trainers wants to be asked.
 *
 * @param endpoint such as {@code fal-ai/flux-lora-portrait-trainer}
 * @param imagesField input field for the address of the photos' archive
 * @param triggerField input field for the trigger phrase
 * @param stepsField input field for the number of training steps
 * @param steps training steps asked for
 * @param modelFields where the result may hold the LoRA file, in order of preference
 */
record TrainingProfile(@NotBlank String endpoint, @NotBlank String imagesField, @NotBlank String triggerField,
		@NotBlank String stepsField, @Min(1) int steps, @NotEmpty List<String> modelFields) {
}
