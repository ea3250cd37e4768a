package studio.avatar.console.parked;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Place;

/**
 * A record as its consumer is to meet it again.
 *
 * @param item its turn in the retry, from 1
 * @param place where the original stood
 * @param headers headers of the original, or of the edited event
 */
record RecordToRetry(long item, Place place, byte @Nullable [] key, byte @Nullable [] value,
		Map<String, String> headers) {
}
