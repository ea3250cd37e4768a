/** Who may sign in, and what they may do then. */
@NullMarked
package studio.avatar.console.access;

import org.jspecify.annotations.NullMarked;
