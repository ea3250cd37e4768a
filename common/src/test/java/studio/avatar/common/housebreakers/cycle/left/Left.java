package studio.avatar.common.housebreakers.cycle.left;

import studio.avatar.common.housebreakers.cycle.right.Right;

/** Half of a cycle. */
public record Left(Right other) {
}
