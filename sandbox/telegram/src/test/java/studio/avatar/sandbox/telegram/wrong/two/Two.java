package studio.avatar.sandbox.telegram.wrong.two;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.wrong.one.One;

/**
 * The other half of a circle that the architecture tests must notice.
 */
public record Two(@Nullable One one) {
}
