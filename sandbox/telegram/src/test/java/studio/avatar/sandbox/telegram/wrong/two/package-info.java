/**
 * Depends on its neighbour in a circle, on purpose.
 */
@NullMarked
package studio.avatar.sandbox.telegram.wrong.two;

import org.jspecify.annotations.NullMarked;
