package studio.avatar.console.replay;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.messaging.Place;

/**
 * A record of a run has its outcome; told as part of {@link ReplayItemsSettled}, once for
 * each record, and once more when a service that was taken for silent answers after all.
 *
 * @param item its number in the replay, from 1
 * @param failure absent unless it failed or was refused
 */
public record ReplayItemSettled(UUID replayId, long item, Place place, int attempt, ItemResult result,
		ReplayOutcome.@Nullable Failure failure, Instant at) {
}
