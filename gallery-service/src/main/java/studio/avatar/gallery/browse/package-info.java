/**
 * Looking through the pictures, one card each, from one to the next by image id.
 */
@NullMarked
package studio.avatar.gallery.browse;

import org.jspecify.annotations.NullMarked;
