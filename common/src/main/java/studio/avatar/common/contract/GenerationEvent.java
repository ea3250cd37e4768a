package studio.avatar.common.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What became of generations. Topic {@code generation.events}, key: chat id. */
public sealed interface GenerationEvent {

	/**
	 * Pictures were made and are in our store.
	 *
	 * @param avatarId whose pictures; absent when made without an avatar
	 * @param avatarName as it was called then; absent when made without an avatar
	 * @param prompt the person's own words
	 * @param finalPrompt what the provider was given, trigger phrase included
	 * @param model provider endpoint that made them
	 * @param images 1 to 4, in the order the provider gave them
	 */
	@JsonTypeName("generation.completed")
	record GenerationCompleted(UUID generationId, long chatId, long userId, @Nullable UUID avatarId,
			@Nullable String avatarName, String prompt, String finalPrompt, Ratio ratio, String model,
			List<GeneratedImage> images, Instant completedAt) implements GenerationEvent {

		public GenerationCompleted {
			refuse(generationId, chatId, userId);
			Refuse.blank(prompt, "prompt");
			Refuse.blank(finalPrompt, "finalPrompt");
			Refuse.missing(ratio, "ratio");
			Refuse.blank(model, "model");
			Refuse.empty(images, "images");
			Refuse.outside(images.size(), 1, 4, "number of images");
			images = List.copyOf(images);
			Refuse.missing(completedAt, "completedAt");
		}
	}

	/**
	 * One picture of a generation.
	 *
	 * @param imageId names it everywhere from now on
	 * @param file in our store, with its pixels
	 * @param seed noise seed as the provider reported it; text because it exceeds 64
	 * signed bits
	 */
	record GeneratedImage(UUID imageId, MediaRef file, String seed) {

		public GeneratedImage {
			Refuse.missing(imageId, "imageId");
			Refuse.missing(file, "file");
			Refuse.blank(seed, "seed");
		}
	}

	/** A generation ended without pictures; its credits go back. */
	@JsonTypeName("generation.failed")
	record GenerationFailed(UUID generationId, long chatId, long userId, String reason) implements GenerationEvent {

		public GenerationFailed {
			refuse(generationId, chatId, userId);
			Refuse.blank(reason, "reason");
		}
	}

	/** A person stopped a generation; its credits go back. */
	@JsonTypeName("generation.cancelled")
	record GenerationCancelled(UUID generationId, long chatId, long userId) implements GenerationEvent {

		public GenerationCancelled {
			refuse(generationId, chatId, userId);
		}
	}

	/** An event of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements GenerationEvent {
	}

	private static void refuse(UUID generationId, long chatId, long userId) {
		Refuse.missing(generationId, "generationId");
		Refuse.zero(chatId, "chatId");
		Refuse.zero(userId, "userId");
	}

}
