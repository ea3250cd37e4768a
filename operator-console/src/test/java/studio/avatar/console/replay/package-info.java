/** Replays, planned and driven as operators want them. */
@NullMarked
package studio.avatar.console.replay;

import org.jspecify.annotations.NullMarked;
