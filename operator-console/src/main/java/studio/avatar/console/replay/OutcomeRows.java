package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Failure;
import studio.avatar.common.messaging.Place;

/** Outcomes as rows: many in one statement, the first of each item stands. */
@Component
class OutcomeRows {

	/**
	 * The first stands, unless it is a silence, or a trouble and another copy of the
	 * record had its effect after all: what happened counts.
	 */
	private static final String FIRST_WINS = """
			on conflict (replay_id, pass, item) do update set attempt = excluded.attempt, result = excluded.result,
				at = excluded.at, cause = excluded.cause, message = excluded.message,
				fingerprint = excluded.fingerprint, effects = excluded.effects
			where (replay_outcome.result = 'UNANSWERED' and excluded.result <> 'UNANSWERED')
				or (replay_outcome.result in ('FAILED', 'REFUSED') and excluded.result in ('HANDLED', 'APPLIED', 'DROPPED'))
			returning replay_id, item, attempt, result, at, xmax = 0 as is_first""";

	private static final String KEPT = """
			with kept as (%s)
			select kept.*, i.topic, i.topic_partition, i.topic_offset from kept
			join replay_item i on i.replay_id = kept.replay_id and i.item = kept.item order by kept.item""";

	private static final String KEEP = KEPT.formatted(
			"""
					insert into replay_outcome (replay_id, pass, item, attempt, result, at, cause, message, fingerprint, effects)
					select i.replay_id, ?, i.item, said.attempt, said.result, now(), said.failure ->> 'cause',
						said.failure ->> 'message', said.failure ->> 'fingerprint', nullif(said.effects, cast(? as jsonb))
					from jsonb_to_recordset(cast(? as jsonb))
						as said (item bigint, attempt int, result text, effects jsonb, failure jsonb)
					join replay_item i on i.replay_id = ? and i.item = said.item
					"""
					+ FIRST_WINS);

	private static final String GIVE_UP = KEPT.formatted("""
			insert into replay_outcome (replay_id, pass, item, attempt, result, at)
			select i.replay_id, ?, i.item, 2, 'UNANSWERED', now() from replay_item i
			join jsonb_array_elements_text(cast(? as jsonb)) silent on i.item = cast(silent as bigint)
			where i.replay_id = ?
			""" + FIRST_WINS);

	private final JdbcClient database;

	private final JsonMapper json = JsonMapper.shared();

	private final String nothing = this.json.writeValueAsString(ReplayEffects.NONE);

	OutcomeRows(JdbcClient database) {
		this.database = database;
	}

	/** Keeps those that are the first of their item, each item given once. */
	List<Kept> keep(Pass pass, List<ReplayOutcome> outcomes) {
		return this.database.sql(KEEP)
			.params(pass.number(), this.nothing,
					this.json.writeValueAsString(outcomes.stream().map(OutcomeRows::withoutNul).toList()),
					pass.replayId())
			.query(OutcomeRows::read)
			.list();
	}

	List<Kept> giveUp(Pass pass, List<Long> items) {
		return this.database.sql(GIVE_UP)
			.params(pass.number(), this.json.writeValueAsString(items), pass.replayId())
			.query(OutcomeRows::read)
			.list();
	}

	/** The database has no such character, and an error's message may. */
	private static ReplayOutcome withoutNul(ReplayOutcome outcome) {
		Failure failure = outcome.failure();
		return (failure == null || failure.message().indexOf('\0') < 0) ? outcome
				: new ReplayOutcome(outcome.item(), outcome.attempt(), outcome.result(), outcome.effects(),
						new Failure(failure.cause(), failure.message().replace("\0", ""), failure.fingerprint()));
	}

	private static Kept read(ResultSet row, int number) throws SQLException {
		return new Kept(row.getLong("item"), row.getInt("attempt"), ItemResult.valueOf(row.getString("result")),
				ReplayRows.instant(row, "at"), row.getBoolean("is_first"),
				new Place(row.getString("topic"), row.getInt("topic_partition"), row.getLong("topic_offset")));
	}

	/**
	 * An outcome that was written.
	 *
	 * @param isFirst false when it took the place of a silence or a failure
	 */
	record Kept(long item, int attempt, ItemResult result, Instant at, boolean isFirst, Place place) {

		/**
		 * By how much it changes the count of failures; what it replaced had counted as
		 * one.
		 */
		int failures() {
			return (this.result.isTrouble() ? 1 : 0) - (this.isFirst ? 0 : 1);
		}

	}

}
