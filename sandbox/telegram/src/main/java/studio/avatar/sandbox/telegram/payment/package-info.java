/**
 * Telegram Stars: what people have, what they pay and what the bot gives back.
 */
@NullMarked
package studio.avatar.sandbox.telegram.payment;

import org.jspecify.annotations.NullMarked;
