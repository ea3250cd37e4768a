/**
 * Bad days on demand: flood waits, broken servers, cut connections, blocked chats,
 * doubled updates.
 */
@NullMarked
package studio.avatar.sandbox.telegram.fault;

import org.jspecify.annotations.NullMarked;
