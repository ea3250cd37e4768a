/** One turn of a conversation, held against its promises. */
@NullMarked
package studio.avatar.common.talk;

import org.jspecify.annotations.NullMarked;
