package studio.avatar.sandbox.telegram.http;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a request.
 *
 * @param name file name as given
 * @param contentType as given, not checked
 */
public record Upload(String name, @Nullable String contentType, byte[] content) {
}
