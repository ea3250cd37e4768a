/** Events for people's eyes: found, looked at one by one, and watched as they come. */
@NullMarked
package studio.avatar.console.explorer;

import org.jspecify.annotations.NullMarked;
