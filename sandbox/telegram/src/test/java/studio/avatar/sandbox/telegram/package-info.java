/**
 * The simulator over real HTTP, as the bot and as people meet it.
 */
@NullMarked
package studio.avatar.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
