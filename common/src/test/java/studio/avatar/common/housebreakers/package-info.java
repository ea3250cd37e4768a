/** Code that breaks the rules of the house, so that each rule is seen red once. */
@NullMarked
package studio.avatar.common.housebreakers;

import org.jspecify.annotations.NullMarked;
