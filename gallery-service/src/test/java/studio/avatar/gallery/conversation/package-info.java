/** Buttons, understood. */
@NullMarked
package studio.avatar.gallery.conversation;

import org.jspecify.annotations.NullMarked;
