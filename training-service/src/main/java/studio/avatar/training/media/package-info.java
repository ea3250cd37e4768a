/** How references to files are kept in this service's tables. */
@NullMarked
package studio.avatar.training.media;

import org.jspecify.annotations.NullMarked;
