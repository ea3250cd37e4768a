package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks through the items, as rows. Times are the database's, since several instances
 * compare them.
 */
@Component
class Passes {

	private final JdbcClient database;

	Passes(JdbcClient database) {
		this.database = database;
	}

	void begin(UUID replayId, int number, Pass.Kind kind) {
		this.database.sql("insert into replay_pass (replay_id, pass, kind, started_at) values (?, ?, ?, now())")
			.params(replayId, number, kind.name())
			.update();
	}

	void end(Pass pass) {
		this.database.sql("update replay_pass set ended_at = now() where replay_id = ? and pass = ?")
			.params(pass.replayId(), pass.number())
			.update();
	}

	Optional<Pass> find(UUID replayId, int number) {
		return this.database.sql("select * from replay_pass where replay_id = ? and pass = ?")
			.params(replayId, number)
			.query(Passes::read)
			.optional();
	}

	/** Whether it ended longer ago than that, by the clock that wrote it down. */
	boolean endedBefore(Pass pass, Duration ago) {
		return this.database.sql("""
				select coalesce(ended_at < now() - make_interval(secs => ?), false)
				from replay_pass where replay_id = ? and pass = ?""")
			.params(ago.toSeconds(), pass.replayId(), pass.number())
			.query(Boolean.class)
			.single();
	}

	/** The newest walk of a kind. */
	Optional<Pass> newest(UUID replayId, Pass.Kind kind) {
		return this.database
			.sql("select * from replay_pass where replay_id = ? and kind = ? order by pass desc limit 1")
			.params(replayId, kind.name())
			.query(Passes::read)
			.optional();
	}

	/** Every walk of a replay that has ended. */
	List<Pass> ended(UUID replayId) {
		return this.database.sql("select * from replay_pass where replay_id = ? and ended_at is not null")
			.param(replayId)
			.query(Passes::read)
			.list();
	}

	/** What earlier previews found is of no use beside a newer one. */
	void forgetOutcomesBefore(UUID replayId, int number) {
		for (String table : List.of("replay_outcome", "replay_chunk", "replay_moment")) {
			this.database.sql("delete from " + table + " where replay_id = ? and pass < ?")
				.params(replayId, number)
				.update();
		}
	}

	/**
	 * Marks items as sent, if the instance still holds the replay; false when another has
	 * taken it and sends them. A lease that ran out, and that nobody took, is good
	 * enough.
	 */
	boolean sent(Pass pass, long from, long to, String runner) {
		int held = this.database.sql("""
				update replay_pass set sent_to = greatest(sent_to, ?)
				where replay_id = ? and pass = ? and exists (
					select 1 from replay where id = replay_id and runner = ?)""")
			.params(to, pass.replayId(), pass.number(), runner)
			.update();
		return held == 1 && chunk(pass, 1, from, to);
	}

	/** Notes what was sent once more. */
	void sentAgain(Pass pass, List<Long> items) {
		items.forEach((item) -> chunk(pass, 2, item, item));
	}

	private boolean chunk(Pass pass, int attempt, long from, long to) {
		return this.database.sql("""
				insert into replay_chunk (replay_id, pass, attempt, from_item, to_item, sent_at)
				values (?, ?, ?, ?, ?, now()) on conflict do nothing""")
			.params(pass.replayId(), pass.number(), attempt, from, to)
			.update() == 1;
	}

	/** Counts outcomes that came; what was summed up before is so no more. */
	void answered(UUID replayId, int number, long answered, long failed) {
		this.database.sql("""
				update replay_pass set answered = answered + ?, failed = failed + ?, sums = null
				where replay_id = ? and pass = ?""").params(answered, failed, replayId, number).update();
	}

	private static Pass read(ResultSet row, int number) throws SQLException {
		return new Pass(row.getObject("replay_id", UUID.class), row.getInt("pass"),
				Pass.Kind.valueOf(row.getString("kind")), ReplayRows.instant(row, "started_at"),
				ReplayRows.optionalInstant(row, "ended_at"), row.getLong("sent_to"), row.getLong("answered"),
				row.getLong("failed"));
	}

}
