/**
 * How Telegram is called: one door, which tells every way a call can end and keeps the
 * token to itself.
 */
@NullMarked
package studio.avatar.gateway.telegram;

import org.jspecify.annotations.NullMarked;
