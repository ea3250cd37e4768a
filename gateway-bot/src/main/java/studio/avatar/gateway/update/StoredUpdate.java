package studio.avatar.gateway.update;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An update as it is kept.
 *
 * @param updateId Telegram {@code update_id}, rising for the bot
 * @param album Telegram {@code media_group_id} when it is a part of an album
 * @param body JSON as Telegram sent it
 * @param receivedAt when we learned of it
 * @param correlationId names everything it leads to
 */
record StoredUpdate(long updateId, @Nullable String album, String body, Instant receivedAt, String correlationId) {

}
