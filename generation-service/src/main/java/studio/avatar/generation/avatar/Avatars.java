package studio.avatar.generation.avatar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.MediaRef;

/**
 * The avatars that are ready, each found only by the person it belongs to.
 */
@Component
public class Avatars {

	private static final String READY = "select a.* from avatars a where a.status = 'READY' and a.user_id = :user ";

	private final JdbcClient database;

	Avatars(JdbcClient database) {
		this.database = database;
	}

	/** What a person has, as far as pictures are concerned. */
	public enum Stock {

		/** No avatar at all. */
		NOTHING,

		/** None is ready, one is being trained. */
		IN_TRAINING,

		/** At least one is ready. */
		READY

	}

	/** The person's main avatar, when one is chosen and ready. */
	public Optional<Avatar> main(long userId) {
		return this.database
			.sql(READY + "and a.avatar_id = (select m.avatar_id from main_avatars m where m.user_id = :user)")
			.param("user", userId)
			.query(Avatars::read)
			.optional();
	}

	/** An avatar of this person; empty for one that is somebody else's or not ready. */
	public Optional<Avatar> of(long userId, UUID avatarId) {
		return this.database.sql(READY + "and a.avatar_id = :avatar")
			.param("user", userId)
			.param("avatar", avatarId)
			.query(Avatars::read)
			.optional();
	}

	public Stock stock(long userId) {
		return this.database.sql(
				"select coalesce(max(case status when 'READY' then 2 when 'TRAINING' then 1 else 0 end), 0) from avatars"
						+ " where user_id = ?")
			.param(userId)
			.query(Integer.class)
			.optional()
			.map((highest) -> Stock.values()[highest])
			.orElse(Stock.NOTHING);
	}

	private static Avatar read(ResultSet row, int number) throws SQLException {
		return new Avatar(row.getObject("avatar_id", UUID.class), row.getLong("user_id"), row.getString("name"),
				Gender.valueOf(row.getString("gender")), row.getString("trigger_word"), row.getString("profile"),
				new MediaRef(row.getString("model_key"), row.getString("model_sha256"), row.getString("model_type"),
						row.getLong("model_bytes"), null, null));
	}

}
