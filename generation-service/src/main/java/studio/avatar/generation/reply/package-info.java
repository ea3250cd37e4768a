/**
 * How this service answers a chat.
 */
@NullMarked
package studio.avatar.generation.reply;

import org.jspecify.annotations.NullMarked;
