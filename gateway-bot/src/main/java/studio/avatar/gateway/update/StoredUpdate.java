package studio.avatar.gateway.update;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

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

	/** What cannot be read is none. */
	boolean isPress() {
		try {
			return UpdateReading.read(this.body) instanceof ReadUpdate.FromPerson(Sender sender, Incoming what)
					&& what instanceof Incoming.Press;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
