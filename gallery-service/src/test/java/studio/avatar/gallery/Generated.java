package studio.avatar.gallery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;

/** What generation says when pictures were made, for tests. */
public record Generated(long person, @Nullable UUID avatarId, @Nullable String avatarName, String prompt,
		String finalPrompt, Ratio ratio, Instant at) {

	public static final Instant DAY = Instant.parse("2026-11-20T12:00:00Z");

	/** Pictures of a person who also is the chat. */
	public static Generated of(long person) {
		return new Generated(person, null, null, "on a windy pier", "TOK_0011aabb on a windy pier, 35 mm",
				Ratio.PORTRAIT_3_4, DAY);
	}

	public Generated avatar(UUID id, String name) {
		return new Generated(this.person, id, name, this.prompt, this.finalPrompt, this.ratio, this.at);
	}

	public Generated words(String ownWords, String given) {
		return new Generated(this.person, this.avatarId, this.avatarName, ownWords, given, this.ratio, this.at);
	}

	/** Made so many minutes later. */
	public Generated later(int minutes) {
		return new Generated(this.person, this.avatarId, this.avatarName, this.prompt, this.finalPrompt, this.ratio,
				this.at.plusSeconds(60L * minutes));
	}

	public GenerationCompleted event(int pictures) {
		List<GeneratedImage> images = IntStream.range(0, pictures).mapToObj((i) -> image()).toList();
		return new GenerationCompleted(UUID.randomUUID(), this.person, this.person, this.avatarId, this.avatarName,
				this.prompt, this.finalPrompt, this.ratio, "flux-lora", images, this.at);
	}

	private GeneratedImage image() {
		UUID id = UUID.randomUUID();
		return new GeneratedImage(id, new MediaRef("images/%d/%s.jpg".formatted(this.person, id), "0".repeat(64),
				"image/jpeg", 3, this.ratio.width(), this.ratio.height()), "4242");
	}

}
