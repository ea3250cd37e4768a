/**
 * From a reply to what the chat sees: order, limits, edit or send, and what became of it.
 */
@NullMarked
package studio.avatar.gateway.reply;

import org.jspecify.annotations.NullMarked;
