package studio.avatar.generation.generation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Ratio;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Trace;

/**
 * What was ordered. It never changes afterwards.
 *
 * @param language in which the person is told how it goes
 * @param avatarName as the avatar was called then
 * @param profile provider profile the avatar was trained with
 * @param endpoint provider endpoint that makes the pictures
 * @param words prompt in the person's own words
 * @param finalPrompt what the provider is given
 * @param pictures how many, 1 to 4
 * @param creditsPerPicture price of one when it was ordered
 * @param repeats the generation this one was ordered to repeat; absent for a first one
 * @param correlationId the chat update it goes back to
 * @param traceparent where in the trace it was ordered
 * @param deadline when it is given up
 */
@Embeddable
record Order(long chatId, long userId, String language, UUID avatarId, String avatarName, String profile,
		String endpoint, String words, String finalPrompt, @Enumerated(EnumType.STRING) Ratio ratio, int pictures,
		int creditsPerPicture, @Nullable UUID repeats, String correlationId, String traceparent, Instant requestedAt,
		Instant deadline) {

	static final int MOST_PICTURES = 4;

	Order {
		if (pictures < 1 || pictures > MOST_PICTURES || creditsPerPicture < 1) {
			throw new IllegalArgumentException("%d pictures for %d".formatted(pictures, creditsPerPicture));
		}
	}

	/** Credits for all its pictures. */
	int price() {
		return this.pictures * this.creditsPerPicture;
	}

	/** The reason of what follows without an event; unique for the step. */
	Cause step(UUID generationId, String step) {
		return new Cause(this.correlationId, "generation/%s/%s".formatted(generationId, step),
				Trace.parse(this.traceparent).child());
	}

}
