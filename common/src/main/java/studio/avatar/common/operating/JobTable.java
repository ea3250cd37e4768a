package studio.avatar.common.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.OperatorReport.StuckJob;

/**
 * Jobs that stand in a table with the columns {@code id}, {@code status},
 * {@code chat_id}, {@code state_since} and {@code deadline}. States are written into the
 * question, so that a partial index over them answers it.
 */
public final class JobTable implements JobsUnderWay {

	private final JdbcClient database;

	private final String kind;

	private final String table;

	private final Map<String, Duration> patience;

	private final String underWay;

	/**
	 * Looks at a table.
	 * @param kind what is done, {@code training} or {@code generation}
	 */
	public JobTable(JdbcClient database, String kind, String table, JobSettings settings) {
		this.database = database;
		this.kind = kind;
		this.table = table;
		this.patience = settings.stuckAfter();
		this.underWay = this.patience.keySet()
			.stream()
			.collect(Collectors.joining("', '", " where status in ('", "')"));
	}

	@Override
	public List<JobCount> counts() {
		return this.database
			.sql("select status, count(*) from " + this.table + this.underWay + " group by status order by status")
			.query((row, number) -> new JobCount(this.kind, row.getString(1), row.getLong(2)))
			.list();
	}

	@Override
	public List<StuckJob> stuck() {
		return this.database
			.sql("select id, status, chat_id, state_since, deadline from " + this.table
					+ " join unnest(?, ?) as patience (state, seconds) on status = state" + this.underWay
					+ " and state_since < now() - make_interval(secs => seconds) order by state_since limit ?")
			.params(this.patience.keySet().toArray(String[]::new),
					this.patience.values()
						.stream()
						.map((longest) -> longest.toMillis() / 1000.0)
						.toArray(Double[]::new),
					InstanceSeen.MOST_STUCK)
			.query(this::stuck)
			.list();
	}

	private StuckJob stuck(ResultSet row, int number) throws SQLException {
		Timestamp deadline = row.getTimestamp("deadline");
		return new StuckJob(this.kind, row.getString("id"), row.getString("status"), row.getLong("chat_id"),
				row.getTimestamp("state_since").toInstant(), (deadline != null) ? deadline.toInstant() : null);
	}

}
