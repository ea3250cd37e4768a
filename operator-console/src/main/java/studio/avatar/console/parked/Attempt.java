package studio.avatar.console.parked;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One time it failed.
 *
 * @param parkedAt where it was parked then, {@code gallery.parked-0@17}; absent when a
 * replay told
 * @param replayId the replay that told; absent when it was parked
 */
record Attempt(int number, Instant happenedAt, String cause, String message, String fingerprint, String stackTrace,
		@Nullable String parkedAt, @Nullable UUID replayId) {
}
