package studio.avatar.sandbox.provider.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect.SpoilWebhook.How;
import studio.avatar.sandbox.provider.http.Json;
import studio.avatar.sandbox.provider.storage.Whole;

/**
 * The key that webhooks are signed with now, and the one before. They are kept, so that a
 * restart changes no signature.
 */
public final class SigningKeys {

	private static final Duration LONG_AGO = Duration.ofHours(1);

	private final Path now;

	private final Path before;

	private SigningKeys(Path folder) {
		this.now = folder.resolve("webhook-key.json");
		this.before = folder.resolve("webhook-key-before.json");
	}

	public static SigningKeys in(Path folder) {
		SigningKeys keys = new SigningKeys(folder);
		if (!Files.exists(keys.now)) {
			write(keys.now, SigningKey.fresh());
		}
		return keys;
	}

	/** From now on another key signs; the one before is shown for a while, as first. */
	public synchronized void rotate() {
		write(this.before, read(this.now));
		write(this.now, SigningKey.fresh());
	}

	/** The public halves, as the JWKS that receivers read. */
	public synchronized Map<String, Object> jwks() {
		List<Map<String, Object>> keys = Stream.of(this.before, this.now)
			.filter(Files::exists)
			.map((file) -> read(file).jwk())
			.toList();
		return Map.of("keys", keys);
	}

	/**
	 * The headers of a delivery.
	 * @param spoiled what is wrong with them; absent for nothing
	 */
	synchronized Map<String, String> headers(String requestId, byte[] body, @Nullable How spoiled) {
		Instant time = Instant.now();
		SigningKey key = read(this.now);
		return switch (spoiled) {
			case null -> key.headers(requestId, time.getEpochSecond(), body);
			case UNSIGNED -> Map.of();
			case OTHER_BODY ->
				key.headers(requestId, time.getEpochSecond(), "another body".getBytes(StandardCharsets.UTF_8));
			case OTHER_KEY -> SigningKey.fresh().headers(requestId, time.getEpochSecond(), body);
			case LONG_AGO -> key.headers(requestId, time.minus(LONG_AGO).getEpochSecond(), body);
		};
	}

	private static SigningKey read(Path file) {
		try {
			return SigningKey.of(Json.MAPPER.readValue(Files.readAllBytes(file), SigningKey.Kept.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, SigningKey key) {
		try {
			Whole.write(file, new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(key.kept())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
