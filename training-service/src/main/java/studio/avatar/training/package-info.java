/**
 * Placeholder sentence until the first class lands.
 */
@NullMarked
package studio.avatar.training;

import org.jspecify.annotations.NullMarked;
