/**
 * The avatars that pictures can be made of, learned from what training tells.
 */
@NullMarked
package studio.avatar.generation.avatar;

import org.jspecify.annotations.NullMarked;
