/**
 * The checks that come before work, each in one place: it gives the value, or the one
 * right refusal.
 */
@NullMarked
package studio.avatar.generation.guard;

import org.jspecify.annotations.NullMarked;
