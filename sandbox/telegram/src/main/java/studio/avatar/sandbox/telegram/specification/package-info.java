/**
 * The few facts of the Bot API that calls and answers are checked against.
 */
@NullMarked
package studio.avatar.sandbox.telegram.specification;

import org.jspecify.annotations.NullMarked;
