/**
 * Records that services could not handle: taken in, grouped by root cause, retried,
 * edited or discarded.
 */
@NullMarked
package studio.avatar.console.parked;

import org.jspecify.annotations.NullMarked;
