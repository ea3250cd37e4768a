package studio.avatar.sandbox.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A button of an inline keyboard: it either carries callback data or opens a link.
 */
public record SimulatedButton(String label, @Nullable String callbackData, @Nullable String url) {
}
