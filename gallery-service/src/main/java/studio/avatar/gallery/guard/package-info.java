/**
 * The one check before an image is touched: it exists and is theirs.
 */
@NullMarked
package studio.avatar.gallery.guard;

import org.jspecify.annotations.NullMarked;
