/** Whatever fits nowhere else. */
@NullMarked
package studio.avatar.common.housebreakers.drawer;

import org.jspecify.annotations.NullMarked;
