/**
 * The Bot API: one class per thing the bot can do, with Telegram's own refusals.
 */
@NullMarked
package studio.avatar.sandbox.telegram.api;

import org.jspecify.annotations.NullMarked;
