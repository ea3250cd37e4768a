/**
 * The queue of updates that wait for the bot.
 */
@NullMarked
package studio.avatar.sandbox.telegram.update;

import org.jspecify.annotations.NullMarked;
