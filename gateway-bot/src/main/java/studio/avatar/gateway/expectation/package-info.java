/**
 * What the next text or photo in a chat means: the whole conversation state there is.
 */
@NullMarked
package studio.avatar.gateway.expectation;

import org.jspecify.annotations.NullMarked;
