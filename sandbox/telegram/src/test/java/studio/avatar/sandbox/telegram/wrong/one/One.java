package studio.avatar.sandbox.telegram.wrong.one;

import studio.avatar.sandbox.telegram.wrong.two.Two;

/**
 * Half of a circle that the architecture tests must notice.
 */
public record One(Two two) {
}
