/** The contract held against what has once been said. */
@NullMarked
package studio.avatar.common.contract;

import org.jspecify.annotations.NullMarked;
