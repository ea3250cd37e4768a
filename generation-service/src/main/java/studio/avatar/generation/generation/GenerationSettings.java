package studio.avatar.generation.generation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What generations cost, and how they are made.
 *
 * @param creditsPerPicture price of one picture; what is shown and what is held
 * @param parallel how many generations of one person may be under way at once
 * @param deadline how long a generation may take, from the order to the pictures
 * @param unknownDeadline how long the late answer to a submit is waited for, when that is
 * over before {@code deadline}
 * @param poll how often the provider is asked
 * @param forgottenAfter answers in a row that the provider does not know a request, until
 * it counts as failed; right after a submit the first ones may be only early
 * @param progressEvery how often a progress card that only grew older is brought up to
 * date
 * @param profiles how pictures are asked for, by the profile that an avatar was trained
 * with
 */
@Validated
@ConfigurationProperties("studio.generation")
public record GenerationSettings(@Positive int creditsPerPicture, @Min(1) int parallel, Duration deadline,
		Duration unknownDeadline, @Valid Polling poll, @Min(1) int forgottenAfter, Duration progressEvery,
		@NotEmpty Map<String, @Valid Profile> profiles) {

	public GenerationSettings {
		if (!deadline.isPositive() || !unknownDeadline.isPositive() || !progressEvery.isPositive()) {
			throw new IllegalArgumentException(
					"studio.generation: deadline, unknown-deadline and progress-every are longer than nothing");
		}
	}

	/** Empty for a profile that is not (or no longer) configured. */
	Optional<Profile> profile(String name) {
		return Optional.ofNullable(this.profiles.get(name));
	}

	/**
	 * A provider's way to make pictures with models of one family.
	 *
	 * @param endpoint inference endpoint, such as {@code fal-ai/flux-lora}
	 * @param inferenceSteps steps the picture is denoised in
	 * @param guidanceScale how strongly the prompt binds, unitless
	 * @param loraScale how strongly the avatar's model counts, unitless, 1 as trained
	 */
	public record Profile(@NotBlank String endpoint, @Positive int inferenceSteps, @Positive double guidanceScale,
			@Positive double loraScale) {
	}

	/**
	 * Pauses between questions: each is longer than the one before.
	 *
	 * @param first pause before the second question; the first is asked after it as well
	 * @param longest no pause is longer
	 * @param growth factor from one pause to the next, 1 or more
	 */
	public record Polling(Duration first, Duration longest, @Min(1) double growth) {

		/** The pause after so many questions. */
		Duration after(int polls) {
			double millis = this.first.toMillis() * Math.pow(this.growth, Math.min(polls, 100));
			return (millis >= this.longest.toMillis()) ? this.longest : Duration.ofMillis((long) millis);
		}

	}

}
