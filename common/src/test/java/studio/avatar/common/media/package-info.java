/** The promises of the media store. */
@NullMarked
package studio.avatar.common.media;

import org.jspecify.annotations.NullMarked;
