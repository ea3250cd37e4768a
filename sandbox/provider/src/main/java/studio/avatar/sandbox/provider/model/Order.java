package studio.avatar.sandbox.provider.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as the model sees it.
 *
 * @param input the model input as it was sent
 * @param seed what to use where the input chooses no seed; unsigned, the same after a
 * restart
 * @param lifecycle the life its owner wants for the files that come out; absent means for
 * ever
 * @param startsAt when the work begins
 * @param endsAt when the work is to be over
 * @param blackened whether the safety checker is to find something
 */
public record Order(JsonNode input, long seed, @Nullable String lifecycle, Instant startsAt, Instant endsAt,
		boolean blackened) {
}
