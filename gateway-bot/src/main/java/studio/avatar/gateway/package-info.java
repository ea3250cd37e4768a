/**
 * Placeholder sentence until the first class lands.
 */
@NullMarked
package studio.avatar.gateway;

import org.jspecify.annotations.NullMarked;
