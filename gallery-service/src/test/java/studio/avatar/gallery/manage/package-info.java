/** What is decided about one image. */
@NullMarked
package studio.avatar.gallery.manage;

import org.jspecify.annotations.NullMarked;
