/**
 * Updates of Telegram, written down before they are confirmed, and what follows from
 * them.
 */
@NullMarked
package studio.avatar.gateway.update;

import org.jspecify.annotations.NullMarked;
