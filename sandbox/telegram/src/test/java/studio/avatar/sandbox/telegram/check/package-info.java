/**
 * The check of the calls, seen to notice what is wrong.
 */
@NullMarked
package studio.avatar.sandbox.telegram.check;

import org.jspecify.annotations.NullMarked;
