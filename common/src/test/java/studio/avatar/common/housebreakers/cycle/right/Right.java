package studio.avatar.common.housebreakers.cycle.right;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.housebreakers.cycle.left.Left;

/** The other half. */
public record Right(@Nullable Left other) {
}
