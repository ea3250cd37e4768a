/**
 * What people say to the gallery, told apart and handed to the feature it is for.
 */
@NullMarked
package studio.avatar.gallery.chat;

import org.jspecify.annotations.NullMarked;
