/**
 * Contact sheets: many pictures small and numbered in one.
 */
@NullMarked
package studio.avatar.gateway.sheet;

import org.jspecify.annotations.NullMarked;
