/** Parked records as operators meet them. */
@NullMarked
package studio.avatar.console.parked;

import org.jspecify.annotations.NullMarked;
