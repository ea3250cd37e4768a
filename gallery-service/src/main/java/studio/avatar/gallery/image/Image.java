package studio.avatar.gallery.image;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;

/**
 * One picture of a person's gallery.
 *
 * @param userId whose it is
 * @param setPosition place among the pictures of its generation, 1 to 4
 * @param avatarName as the avatar is called now, or was last called; absent when made
 * without an avatar
 * @param prompt the person's own words; empty once purged
 * @param finalPrompt what the provider was given; empty once purged
 * @param createdAt when its generation was completed
 * @param deletedAt when the person deleted it; absent while it is shown
 * @param purgedAt from when its file could go for good; absent while it can be brought
 * back
 */
public record Image(UUID id, long userId, UUID generationId, int setPosition, @Nullable String avatarName,
		String prompt, String finalPrompt, Ratio ratio, String model, String seed, MediaRef file, Instant createdAt,
		boolean favourite, @Nullable Instant deletedAt, @Nullable Instant purgedAt) {

	public boolean shown() {
		return this.deletedAt == null;
	}

	/** The same image, marked as a favourite or not. */
	public Image favourite(boolean favourite) {
		return new Image(this.id, this.userId, this.generationId, this.setPosition, this.avatarName, this.prompt,
				this.finalPrompt, this.ratio, this.model, this.seed, this.file, this.createdAt, favourite,
				this.deletedAt, this.purgedAt);
	}

	public boolean purged() {
		return this.purgedAt != null;
	}

}
