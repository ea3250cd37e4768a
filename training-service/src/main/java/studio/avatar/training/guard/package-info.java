/**
 * Checks that handlers name and receive the value from, or the person the one right
 * refusal.
 */
@NullMarked
package studio.avatar.training.guard;

import org.jspecify.annotations.NullMarked;
