/** The console as operators use it. */
@NullMarked
package studio.avatar.console;

import org.jspecify.annotations.NullMarked;
