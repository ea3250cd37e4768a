/** Avatars as a person sees them: their cards, and which one is main. */
@NullMarked
package studio.avatar.training.avatar;

import org.jspecify.annotations.NullMarked;
