/**
 * Button presses and what the bot answered to them.
 */
@NullMarked
package studio.avatar.sandbox.telegram.callback;

import org.jspecify.annotations.NullMarked;
