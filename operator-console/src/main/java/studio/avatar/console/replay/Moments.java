package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How passes went, moment by moment. */
@Component
class Moments {

	private static final String ALL = "select * from replay_moment where replay_id = ? and pass = ? ";

	private final JdbcClient database;

	Moments(JdbcClient database) {
		this.database = database;
	}

	void note(Pass pass, @Nullable Long lag, Doing doing) {
		this.database.sql("""
				insert into replay_moment (replay_id, pass, at, sent, answered, failed, lag, doing)
				values (?, ?, now(), ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(Arrays.asList(pass.replayId(), pass.number(), pass.sentTo(), pass.answered(), pass.failed(), lag,
					doing.name()))
			.update();
	}

	Optional<Moment> newest(UUID replayId, int pass) {
		return this.database.sql(ALL + "order by at desc limit 1")
			.params(replayId, pass)
			.query(Moments::read)
			.optional();
	}

	/** All of them in order, thinned to about that many. */
	List<Moment> of(UUID replayId, int pass, int about) {
		return this.database.sql("""
				select * from (
					select *, row_number() over (order by at) as n, count(*) over () as total
					from replay_moment where replay_id = ? and pass = ?) numbered
				where n % greatest(1, total / ?) = 0 or n in (1, total) order by at""")
			.params(replayId, pass, about)
			.query(Moments::read)
			.list();
	}

	private static Moment read(ResultSet row, int number) throws SQLException {
		return new Moment(ReplayRows.instant(row, "at"), row.getLong("sent"), row.getLong("answered"),
				row.getLong("failed"), (Long) row.getObject("lag"), Doing.valueOf(row.getString("doing")));
	}

	/**
	 * One of them.
	 *
	 * @param sent items on the broker since the pass began
	 * @param lag how far live consumers were behind; absent when not known
	 */
	record Moment(Instant at, long sent, long answered, long failed, @Nullable Long lag, Doing doing) {
	}

}
