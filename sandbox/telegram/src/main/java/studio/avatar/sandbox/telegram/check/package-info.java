/**
 * Holds what was called and answered to the whole description of the Bot API.
 */
@NullMarked
package studio.avatar.sandbox.telegram.check;

import org.jspecify.annotations.NullMarked;
