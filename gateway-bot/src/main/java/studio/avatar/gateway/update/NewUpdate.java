package studio.avatar.gateway.update;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An update about to be kept.
 *
 * @param chatId absent where none can be seen
 * @param album Telegram {@code media_group_id} when it is a part of an album
 * @param body JSON as Telegram sent it
 * @param receivedAt when we learned of it, by our own clock
 * @param correlationId names everything it leads to; absent when it leads to nothing
 */
record NewUpdate(long updateId, @Nullable Long chatId, @Nullable String album, String body, Instant receivedAt,
		@Nullable String correlationId) {

}
