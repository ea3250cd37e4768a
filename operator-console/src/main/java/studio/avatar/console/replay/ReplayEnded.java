package studio.avatar.console.replay;

import java.util.UUID;

/**
 * A replay is over; told inside the transaction that ends it. What has no outcome by now
 * is no longer waited for.
 *
 * @param state {@code COMPLETED}, {@code CANCELLED} or {@code STOPPED}
 */
public record ReplayEnded(UUID replayId, String state) {
}
