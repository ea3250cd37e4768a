/**
 * The only part of the studio that talks to Telegram: updates in, replies out, and the
 * accounts that pay for the work.
 */
@NullMarked
package studio.avatar.gateway;

import org.jspecify.annotations.NullMarked;
