/** Knows left, which knows right. */
@NullMarked
package studio.avatar.common.housebreakers.cycle.right;

import org.jspecify.annotations.NullMarked;
