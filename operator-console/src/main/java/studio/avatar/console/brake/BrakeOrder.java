package studio.avatar.console.brake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The last that an operator wanted of a consumer.
 *
 * @param paused whether it is to be paused, or to go on
 * @param reason why it was to be paused; absent when it is to go on
 */
record BrakeOrder(String consumer, boolean paused, String operator, @Nullable String reason, Instant askedAt) {
}
