/** Operators find events, look at them and watch them come. */
@NullMarked
package studio.avatar.console.explorer;

import org.jspecify.annotations.NullMarked;
