package studio.avatar.generation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.messaging.Trace;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.GenerationSettings.Polling;
import studio.avatar.generation.generation.GenerationSettings.Profile;

/** Orders and what becomes of them, for tests. */
final class Orders {

	static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	static final ProviderJob JOB = new ProviderJob("req-1", "http://provider/status", "http://provider/result",
			"http://provider/cancel");

	private Orders() {
	}

	static GenerationSettings settings() {
		return new GenerationSettings(5, 3, Duration.ofMinutes(5), Duration.ofMinutes(2),
				new Polling(Duration.ofSeconds(1), Duration.ofSeconds(5), 1.3), 5, Duration.ofSeconds(3),
				Map.of("flux-lora-portrait-trainer", new Profile("fal-ai/flux-lora", 28, 3.5, 1)));
	}

	static Order of(int pictures) {
		return new Order(42, 42, "en", UUID.randomUUID(), "Anna", "flux-lora-portrait-trainer", "fal-ai/flux-lora",
				"on a hill", "TOK_0a1b2c3d woman, on a hill", Ratio.SQUARE, pictures, 5, null, "correlation",
				Trace.begin().traceparent(), NOON, NOON.plusSeconds(300));
	}

	static Requested requested(int pictures) {
		return new Requested(UUID.randomUUID(), of(pictures));
	}

	static Submitted submitted(int pictures) {
		return requested(pictures).held().submitting().accepted(JOB, NOON);
	}

	static List<GeneratedImage> images(int n) {
		return IntStream.rangeClosed(1, n)
			.mapToObj(
					(i) -> new GeneratedImage(UUID.randomUUID(),
							new MediaRef("generations/x/%d.jpg".formatted(i), "a".repeat(64), "image/jpeg", 10, 1024,
									1024),
							"15860307465884635512"))
			.toList();
	}

}
