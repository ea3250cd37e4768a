/**
 * What people say to the gallery, told apart and handed to the feature it is for.
 */
@NullMarked
package studio.avatar.gallery.conversation;

import org.jspecify.annotations.NullMarked;
