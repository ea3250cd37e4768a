/** Places, dates and words of the cards. */
@NullMarked
package studio.avatar.gallery.browse;

import org.jspecify.annotations.NullMarked;
