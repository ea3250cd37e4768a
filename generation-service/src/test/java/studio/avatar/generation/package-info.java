/**
 * Pictures, as tests see them.
 */
@NullMarked
package studio.avatar.generation;

import org.jspecify.annotations.NullMarked;
