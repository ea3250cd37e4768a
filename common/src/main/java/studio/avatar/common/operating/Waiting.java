package studio.avatar.common.operating;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox of a service.
 *
 * @param oldest when the one that waits longest was decided; absent when none waits
 */
record Waiting(long size, @Nullable Instant oldest) {
}
