/**
 * Work of one chat after the other, work of different chats at once.
 */
@NullMarked
package studio.avatar.gateway.lane;

import org.jspecify.annotations.NullMarked;
