/**
 * Updates brought to the address the bot gave, instead of waiting to be asked for.
 */
@NullMarked
package studio.avatar.sandbox.telegram.webhook;

import org.jspecify.annotations.NullMarked;
