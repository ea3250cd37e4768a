/** One message is followed and drawn. */
@NullMarked
package studio.avatar.console.story;

import org.jspecify.annotations.NullMarked;
