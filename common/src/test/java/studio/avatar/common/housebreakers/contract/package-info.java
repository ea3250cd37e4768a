/** A contract that is a program. */
@NullMarked
package studio.avatar.common.housebreakers.contract;

import org.jspecify.annotations.NullMarked;
