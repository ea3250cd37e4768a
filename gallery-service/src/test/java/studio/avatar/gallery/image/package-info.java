/** Images on a real database. */
@NullMarked
package studio.avatar.gallery.image;

import org.jspecify.annotations.NullMarked;
