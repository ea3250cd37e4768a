package studio.avatar.sandbox.provider.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"expiration_duration_seconds": N, "initial_acl": …}}; the access list is
 * kept, not enforced.
 */
final class Lifecycle {

	private Lifecycle() {
	}

	/**
	 * When a file with this life is gone; absent for a life without end or one that
	 * cannot be read.
	 */
	static @Nullable Instant end(@Nullable String lifecycle, Instant from) {
		if (lifecycle == null) {
			return null;
		}
		try {
			JsonNode seconds = Json.MAPPER.readTree(lifecycle).path("expiration_duration_seconds");
			return seconds.isNumber() ? from.plusSeconds(seconds.asLong()) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
