/** Buttons, understood. */
@NullMarked
package studio.avatar.gallery.chat;

import org.jspecify.annotations.NullMarked;
