/**
 * Placeholder sentence until the first class lands.
 */
@NullMarked
package studio.avatar.gallery;

import org.jspecify.annotations.NullMarked;
