/** The brake: an operator pauses a consumer, and lets it go on. */
@NullMarked
package studio.avatar.console.brake;

import org.jspecify.annotations.NullMarked;
