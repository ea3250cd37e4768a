/**
 * The small HTTP server both simulators stand on.
 */
@NullMarked
package studio.avatar.sandbox.provider.http;

import org.jspecify.annotations.NullMarked;
