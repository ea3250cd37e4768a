/** Knows right, which knows left. */
@NullMarked
package studio.avatar.common.housebreakers.cycle.left;

import org.jspecify.annotations.NullMarked;
