/**
 * Placeholder sentence until the first class lands.
 */
@NullMarked
package studio.avatar.generation;

import org.jspecify.annotations.NullMarked;
