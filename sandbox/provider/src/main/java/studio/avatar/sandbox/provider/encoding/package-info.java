/**
 * Pixels to bytes.
 */
@NullMarked
package studio.avatar.sandbox.provider.encoding;

import org.jspecify.annotations.NullMarked;
