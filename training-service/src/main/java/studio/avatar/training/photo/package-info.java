/** Photos of an avatar: taking them in, looking at each, and saying what was found. */
@NullMarked
package studio.avatar.training.photo;

import org.jspecify.annotations.NullMarked;
