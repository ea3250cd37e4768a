package studio.avatar.gallery.image;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.messaging.Envelope;

/**
 * What avatars are called now. Kept apart from the images: a picture may arrive after its
 * avatar was renamed, and still says the old name.
 */
@Component
public class AvatarNames {

	private static final String NAME = """
			insert into avatar_names (avatar_id, user_id, name, named_at) values (?, ?, ?, ?)
			on conflict (avatar_id) do update set name = excluded.name, named_at = excluded.named_at
			where avatar_names.user_id = excluded.user_id and avatar_names.named_at <= excluded.named_at
			""";

	private final JdbcClient database;

	AvatarNames(JdbcClient database) {
		this.database = database;
	}

	public void on(Envelope<TrainingEvent> envelope) {
		switch (envelope.event()) {
			case TrainingEvent.AvatarReady ready ->
				name(ready.avatarId(), ready.userId(), ready.name(), envelope.time());
			case TrainingEvent.AvatarRenamed renamed ->
				name(renamed.avatarId(), renamed.userId(), renamed.name(), envelope.time());
			case TrainingEvent.AvatarDeleted deleted -> {
				// its pictures stay with their person, under the name they know it by
			}
			case TrainingEvent.MainAvatarChosen chosen -> {
				// says nothing about pictures that are there
			}
			case TrainingEvent.TrainingStarted started -> {
				// says nothing about pictures that are there
			}
			case TrainingEvent.TrainingFailed failed -> {
				// says nothing about pictures that are there
			}
			case TrainingEvent.TrainingCancelled cancelled -> {
				// says nothing about pictures that are there
			}
			case TrainingEvent.Unrecognized newer -> {
				// never comes here: parked on the way in
			}
		}
	}

	private void name(UUID avatarId, long userId, String name, Instant when) {
		this.database.sql(NAME).params(avatarId, userId, name, Timestamp.from(when)).update();
	}

}
