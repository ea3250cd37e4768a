package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Retries and their batches as they stand in the database. */
@Component
class RetryTable {

	private static final String RETRY = """
			select t.id, t.consumer, t.fingerprint, t.kind, t.operator, t.reason, t.state, t.words, t.started_at,
				t.ended_at, count(i.item) as records,
				count(i.item) filter (where i.status = 'WAITING') as waiting
			from parked_retry t left join parked_retry_item i on i.retry_id = t.id
			""";

	private final JdbcClient database;

	RetryTable(JdbcClient database) {
		this.database = database;
	}

	Optional<Retry> find(long id) {
		return this.database.sql(RETRY + "where t.id = :id group by t.id")
			.param("id", id)
			.query((row, number) -> retry(row))
			.optional();
	}

	/** The newest retries that concern a group, newest first. */
	List<Retry> ofGroup(GroupName group, int most) {
		return this.database.sql(RETRY + """
				where t.consumer = :consumer and t.fingerprint = :fingerprint
				group by t.id order by t.id desc limit :most""")
			.param("consumer", group.consumer())
			.param("fingerprint", group.fingerprint())
			.param("most", most)
			.query((row, number) -> retry(row))
			.list();
	}

	/** What runs now, oldest first. */
	List<Retry> running() {
		return this.database.sql(RETRY + "where t.state = 'RUNNING' group by t.id order by t.id")
			.query((row, number) -> retry(row))
			.list();
	}

	/** The highest number there is; 0 when nothing was ever retried. */
	long newest() {
		return this.database.sql("select coalesce(max(id), 0) from parked_retry").query(Long.class).single();
	}

	List<BatchCount> batches(long retry) {
		return this.database.sql("""
				select b.number, b.replay_id, b.size, b.started_at, b.ended_at,
					count(*) filter (where i.status = 'HANDLED') as handled,
					count(*) filter (where i.status in ('FAILED', 'UNANSWERED')) as failed,
					count(*) filter (where i.status = 'LEFT') as gone
				from parked_batch b join parked_retry_item i on i.retry_id = b.retry_id and i.batch = b.number
				where b.retry_id = :retry group by b.retry_id, b.number order by b.number""")
			.param("retry", retry)
			.query((row, number) -> batch(row))
			.list();
	}

	/** Retries whose last batch is over, and that have not gone on yet. */
	List<Long> toAdvance() {
		return this.database.sql("""
				select t.id from parked_retry t where t.state = 'RUNNING' and not exists (
					select from parked_batch b where b.retry_id = t.id and b.ended_at is null) order by t.id""")
			.query(Long.class)
			.list();
	}

	/**
	 * Whether it still runs; if so, nobody else changes it until the end of the
	 * transaction.
	 */
	boolean lockRunning(long retry) {
		return this.database
			.sql("select id from parked_retry where id = :id and state = 'RUNNING' for update skip locked")
			.param("id", retry)
			.query(Long.class)
			.optional()
			.isPresent();
	}

	/** The same, but after whoever changes it just now. */
	boolean waitForRunning(long retry) {
		return this.database.sql("select state from parked_retry where id = :id for update")
			.param("id", retry)
			.query(String.class)
			.optional()
			.filter(RetryState.RUNNING.name()::equals)
			.isPresent();
	}

	/** Ends it; what was not sent yet is open again. */
	void end(long retry, RetryState state, @Nullable String words, Instant at) {
		this.database.sql("""
				with skipped as (
					update parked_retry_item set status = 'SKIPPED' where retry_id = :id and status = 'WAITING'
					returning parked_id)
				update parked_record set status = 'OPEN'
				where id in (select parked_id from skipped) and status = 'RETRYING'""").param("id", retry).update();
		this.database.sql("update parked_retry set state = :state, words = :words, ended_at = :at where id = :id")
			.param("state", state.name())
			.param("words", words)
			.param("at", Timestamp.from(at))
			.param("id", retry)
			.update();
	}

	private static Retry retry(ResultSet row) throws SQLException {
		return new Retry(row.getLong("id"), row.getString("consumer"), row.getString("fingerprint"),
				RetryKind.valueOf(row.getString("kind")), row.getString("operator"), row.getString("reason"),
				RetryState.valueOf(row.getString("state")), row.getString("words"),
				row.getTimestamp("started_at").toInstant(), RowTimes.instant(row, "ended_at"), row.getLong("records"),
				row.getLong("waiting"));
	}

	private static BatchCount batch(ResultSet row) throws SQLException {
		return new BatchCount(row.getInt("number"), row.getObject("replay_id", UUID.class), row.getInt("size"),
				row.getInt("handled"), row.getInt("failed"), row.getInt("gone"),
				row.getTimestamp("started_at").toInstant(), RowTimes.instant(row, "ended_at"));
	}

}
