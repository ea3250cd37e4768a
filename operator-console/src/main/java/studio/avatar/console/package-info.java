/**
 * The operators' own service: what happened, what is parked, what a replay would do, and
 * then does it.
 */
@NullMarked
package studio.avatar.console;

import org.jspecify.annotations.NullMarked;
