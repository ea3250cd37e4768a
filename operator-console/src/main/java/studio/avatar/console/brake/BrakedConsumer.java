package studio.avatar.console.brake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.overview.ConsumerLook;

/**
 * A consumer and its brake.
 *
 * @param hasBrake whether operators can pause it
 * @param state absent without a brake
 * @param operator who asked last; absent when nobody ever did
 * @param reason why it was paused; absent while it is not to be
 */
record BrakedConsumer(ConsumerLook look, boolean hasBrake, @Nullable BrakeState state, @Nullable String operator,
		@Nullable String reason, @Nullable Instant askedAt) {
}
