/**
 * Avatars: how a person describes one, gives photos for it, has it trained and keeps it.
 */
@NullMarked
package studio.avatar.training;

import org.jspecify.annotations.NullMarked;
