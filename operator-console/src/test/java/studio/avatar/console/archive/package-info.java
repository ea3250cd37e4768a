/** The archive keeps everything once and finds it again. */
@NullMarked
package studio.avatar.console.archive;

import org.jspecify.annotations.NullMarked;
