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

	/** Whether it is something new that was said; what cannot be read counts as that. */
	boolean isMessage() {
		try {
			return !(UpdateReading.read(this.body) instanceof ReadUpdate.FromPerson(Sender sender, Incoming what))
					|| switch (what) {
						case Incoming.Press press -> false;
						case Incoming.Edited edited -> false;
						case Incoming.BotBlocked blocked -> false;
						case Incoming.BotUnblocked unblocked -> false;
						case Incoming.Command command -> true;
						case Incoming.Text text -> true;
						case Incoming.Photo photo -> true;
						case Incoming.Unsupported unsupported -> true;
					};
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

}
