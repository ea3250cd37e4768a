/**
 * Replays: records that one consumer is to meet again, first in a preview that changes
 * nothing, then, with whoever has to agree, for good.
 */
@NullMarked
package studio.avatar.console.replay;

import org.jspecify.annotations.NullMarked;
