/** The smallest service there can be, for the tests of what all services share. */
@NullMarked
package studio.avatar.common.probe;

import org.jspecify.annotations.NullMarked;
