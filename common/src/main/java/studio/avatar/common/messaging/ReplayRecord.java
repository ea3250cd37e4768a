package studio.avatar.common.messaging;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ReplayMode;

/**
 * A record that one consumer is to meet again.
 *
 * @param replayId the replay it belongs to
 * @param item its number within the replay, from 1
 * @param attempt which sending of it within the replay this is, from 1
 * @param place where it stood first
 * @param consumer who is to meet it, {@code gallery/generation.events}
 * @param mode how the consumer is to meet it
 * @param preview whether everything is to be taken back again
 * @param key Kafka key as it was, so that one chat's records stay in order
 * @param value value as it was
 * @param headers headers as they were; only those of CloudEvents go along
 */
public record ReplayRecord(String replayId, long item, int attempt, Place place, String consumer, ReplayMode mode,
		boolean preview, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
}
