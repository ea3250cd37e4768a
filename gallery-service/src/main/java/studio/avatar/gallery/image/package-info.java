/**
 * Images: a projection of what generation and training say, with what people did to each
 * of them.
 */
@NullMarked
package studio.avatar.gallery.image;

import org.jspecify.annotations.NullMarked;
