package studio.avatar.common.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ServiceName;

/** The outbox table as the relay sees it. */
class OutboxRows {

	static final int BATCH = 200;

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient database;

	/**
	 * Advisory locks are shared by the whole database, so each service has a number space
	 * of its own.
	 */
	private final int lockSpace;

	private final JsonMapper json = JsonMapper.shared();

	OutboxRows(JdbcClient database, ServiceName service) {
		this.database = database;
		this.lockSpace = ("outbox/" + service.id()).hashCode();
	}

	/**
	 * Takes a shard for this transaction, waiting for another relay to be done with it,
	 * and reads its oldest rows. The commit that ends it does not wait for the disk: it
	 * only deletes, and what a crash brings back is published once more under the same
	 * id.
	 * @param without keys to leave out
	 */
	List<OutboxRow> lock(int shard, Set<String> without) {
		this.database.sql("select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(?, ?)")
			.params(this.lockSpace, shard)
			.query((row) -> {
			});
		return this.database.sql("""
				select seq, topic, record_key, headers, value from outbox
				where shard = ? and record_key <> all (?) order by seq limit ?""")
			.params(shard, without.toArray(String[]::new), BATCH)
			.query(this::row)
			.list();
	}

	void delete(List<Long> published) {
		if (!published.isEmpty()) {
			this.database.sql("delete from outbox where seq = any (?)").param(published.toArray(Long[]::new)).update();
		}
	}

	List<Integer> waitingShards() {
		return this.database.sql("select distinct shard from outbox").query(Integer.class).list();
	}

	private OutboxRow row(ResultSet row, int number) throws SQLException {
		return new OutboxRow(row.getLong("seq"), row.getString("topic"), row.getString("record_key"),
				this.json.readValue(row.getString("headers"), TEXTS), row.getBytes("value"));
	}

}
