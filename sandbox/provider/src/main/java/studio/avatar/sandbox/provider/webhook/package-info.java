/**
 * Webhooks, signed with the simulator's own key.
 */
@NullMarked
package studio.avatar.sandbox.provider.webhook;

import org.jspecify.annotations.NullMarked;
