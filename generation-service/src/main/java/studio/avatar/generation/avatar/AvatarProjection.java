package studio.avatar.generation.avatar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.contract.TrainingEvent.AvatarDeleted;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.contract.TrainingEvent.MainAvatarChosen;
import studio.avatar.common.contract.TrainingEvent.TrainingCancelled;
import studio.avatar.common.contract.TrainingEvent.TrainingFailed;
import studio.avatar.common.contract.TrainingEvent.TrainingStarted;
import studio.avatar.common.contract.TrainingEvent.Unrecognized;
import studio.avatar.common.messaging.Envelope;

/**
 * Keeps this service's picture of the avatars up to date. Each fact carries the time it
 * was told at, so an older one never undoes a newer one, whatever the order they come in.
 */
@Component
public class AvatarProjection {

	private final JdbcClient database;

	AvatarProjection(JdbcClient database) {
		this.database = database;
	}

	/** Takes over what training tells. */
	public void on(Envelope<TrainingEvent> envelope) {
		Instant told = envelope.time();
		switch (envelope.event()) {
			case TrainingStarted started -> started(started);
			case AvatarReady ready -> ready(ready, told);
			case AvatarRenamed renamed -> renamed(renamed, told);
			case MainAvatarChosen chosen -> chosen(chosen.userId(), chosen.avatarId(), told);
			case TrainingFailed failed -> ended(failed.avatarId(), failed.userId());
			case TrainingCancelled cancelled -> ended(cancelled.avatarId(), cancelled.userId());
			case AvatarDeleted deleted -> deleted(deleted);
			case Unrecognized _ -> {
			}
		}
	}

	private void started(TrainingStarted started) {
		this.database
			.sql("insert into avatars (avatar_id, user_id, status) values (?, ?, 'TRAINING')"
					+ " on conflict (avatar_id) do nothing")
			.params(started.avatarId(), started.userId())
			.update();
	}

	private void ready(AvatarReady ready, Instant told) {
		this.database
			.sql("""
					insert into avatars as a (avatar_id, user_id, status, name, named_at, gender, trigger_word, profile,
					    model_key, model_sha256, model_type, model_bytes, ready_at)
					values (:id, :user, 'READY', :name, :told, :gender, :trigger, :profile, :key, :sha, :type, :bytes, :told)
					on conflict (avatar_id) do update set status = 'READY', gender = excluded.gender,
					    trigger_word = excluded.trigger_word, profile = excluded.profile, model_key = excluded.model_key,
					    model_sha256 = excluded.model_sha256, model_type = excluded.model_type,
					    model_bytes = excluded.model_bytes, ready_at = excluded.ready_at,
					    name = case when a.named_at > excluded.named_at then a.name else excluded.name end,
					    named_at = greatest(a.named_at, excluded.named_at)
					where a.status <> 'DELETED' and (a.ready_at is null or a.ready_at <= excluded.ready_at)""")
			.param("id", ready.avatarId())
			.param("user", ready.userId())
			.param("name", ready.name())
			.param("told", Timestamp.from(told))
			.param("gender", ready.gender().name())
			.param("trigger", ready.trigger())
			.param("profile", ready.profile())
			.param("key", ready.model().key())
			.param("sha", ready.model().sha256())
			.param("type", ready.model().contentType())
			.param("bytes", ready.model().bytes())
			.update();
		if (ready.main()) {
			chosen(ready.userId(), ready.avatarId(), told);
		}
	}

	/** A name that comes before its avatar waits for it, as an avatar in training. */
	private void renamed(AvatarRenamed renamed, Instant told) {
		this.database.sql("""
				insert into avatars as a (avatar_id, user_id, status, name, named_at) values (?, ?, 'TRAINING', ?, ?)
				on conflict (avatar_id) do update set name = excluded.name, named_at = excluded.named_at
				where a.named_at is null or a.named_at <= excluded.named_at""")
			.params(renamed.avatarId(), renamed.userId(), renamed.name(), Timestamp.from(told))
			.update();
	}

	private void chosen(long userId, UUID avatarId, Instant told) {
		this.database.sql("""
				insert into main_avatars as m (user_id, avatar_id, chosen_at) values (?, ?, ?)
				on conflict (user_id) do update set avatar_id = excluded.avatar_id, chosen_at = excluded.chosen_at
				where m.chosen_at <= excluded.chosen_at""").params(userId, avatarId, Timestamp.from(told)).update();
	}

	private void ended(UUID avatarId, long userId) {
		this.database.sql("delete from avatars where avatar_id = ? and user_id = ? and status = 'TRAINING'")
			.params(avatarId, userId)
			.update();
	}

	private void deleted(AvatarDeleted deleted) {
		this.database
			.sql("insert into avatars (avatar_id, user_id, status) values (?, ?, 'DELETED')"
					+ " on conflict (avatar_id) do update set status = 'DELETED'")
			.params(deleted.avatarId(), deleted.userId())
			.update();
	}

}
