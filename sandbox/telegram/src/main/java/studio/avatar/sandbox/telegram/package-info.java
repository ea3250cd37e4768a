/**
 * A Telegram of one's own: the Bot API over HTTP as far as the bot uses it, and people
 * who chat with the bot.
 */
@NullMarked
package studio.avatar.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
