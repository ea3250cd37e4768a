/**
 * What people did in chats, brought to the feature that owns the screen.
 */
@NullMarked
package studio.avatar.generation.chat;

import org.jspecify.annotations.NullMarked;
