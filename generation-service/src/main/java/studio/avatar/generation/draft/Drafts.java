package studio.avatar.generation.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Ratio;

/** The drafts there are, each found only by the person it belongs to. */
@Component
class Drafts {

	/** A draft that was not paid for by then is not missed. */
	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient database;

	private final Clock clock;

	Drafts(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	Optional<Draft> of(long userId, UUID id) {
		return this.database.sql("select * from drafts where id = ? and user_id = ?")
			.params(id, userId)
			.query(Drafts::read)
			.optional();
	}

	/** Keeps a new draft; the person's drafts of long ago go. */
	void add(Draft draft) {
		Instant now = this.clock.instant();
		this.database.sql("delete from drafts where user_id = ? and written_at < ?")
			.params(draft.userId(), Timestamp.from(now.minus(KEPT)))
			.update();
		this.database
			.sql("insert into drafts (id, chat_id, user_id, avatar_id, words, ratio, pictures, written_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(draft.id(), draft.chatId(), draft.userId(), draft.avatarId(), draft.words(), draft.ratio().name(),
					draft.pictures(), Timestamp.from(now))
			.update();
	}

	void change(Draft draft) {
		this.database.sql("update drafts set ratio = ?, pictures = ? where id = ?")
			.params(draft.ratio().name(), draft.pictures(), draft.id())
			.update();
	}

	void remove(Draft draft) {
		this.database.sql("delete from drafts where id = ?").param(draft.id()).update();
	}

	private static Draft read(ResultSet row, int number) throws SQLException {
		return new Draft(row.getObject("id", UUID.class), row.getLong("chat_id"), row.getLong("user_id"),
				row.getObject("avatar_id", UUID.class), row.getString("words"), Ratio.valueOf(row.getString("ratio")),
				row.getInt("pictures"));
	}

}
