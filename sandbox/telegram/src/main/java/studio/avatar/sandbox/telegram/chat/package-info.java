/**
 * The chats: who is in them and what stands there now.
 */
@NullMarked
package studio.avatar.sandbox.telegram.chat;

import org.jspecify.annotations.NullMarked;
