/**
 * Webhooks of the provider: proved to be its own, then told to the service whose job they
 * name.
 */
@NullMarked
package studio.avatar.gateway.callback;

import org.jspecify.annotations.NullMarked;
