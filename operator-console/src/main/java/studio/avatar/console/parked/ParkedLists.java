package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of parked records, newest first, a page at a time. */
@Component
class ParkedLists {

	/** Records on a page. */
	static final int PAGE = 100;

	private static final String ROW = """
			select r.id, r.consumer, r.topic, r.topic_partition, r.topic_offset, r.record_key, r.event_type,
				r.correlation_id, r.status, r.waits, r.cause, r.message, r.fingerprint, r.attempts, r.first_parked_at,
				r.last_parked_at
			from parked_record r
			""";

	private final JdbcClient database;

	private final Patience patience;

	ParkedLists(JdbcClient database, Patience patience) {
		this.database = database;
		this.patience = patience;
	}

	/**
	 * A page of what is looked for.
	 * @param before only records with a lower number, {@link Long#MAX_VALUE} for the
	 * first page
	 */
	List<ParkedRow> find(ParkedSearch search, long before) {
		return this.patience.search(() -> rows(search.condition(), before));
	}

	/** A page of a group; what waits behind it is not in it. */
	List<ParkedRow> ofGroup(GroupName name, boolean all, long before) {
		String open = all ? "" : " and r.status in ('OPEN', 'RETRYING')";
		return rows(new Choice("not r.waits and r.consumer = :consumer and r.fingerprint = :fingerprint" + open,
				Map.of("consumer", name.consumer(), "fingerprint", name.fingerprint())), before);
	}

	private List<ParkedRow> rows(Choice choice, long before) {
		return this.database
			.sql("%s where r.id < :before and %s order by r.id desc limit :page".formatted(ROW, choice.condition()))
			.params(choice.parameters())
			.param("before", before)
			.param("page", PAGE)
			.query((row, number) -> row(row))
			.list();
	}

	/** What waits behind records of a group, in the order in which it was said. */
	List<ParkedRow> waitingBehind(GroupName name) {
		return waiting("""
				r.consumer = :consumer and r.record_key in (
					select h.record_key from parked_record h where h.consumer = :consumer
						and h.fingerprint = :fingerprint and not h.waits and h.status in ('OPEN', 'RETRYING'))""",
				Map.of("consumer", name.consumer(), "fingerprint", name.fingerprint()));
	}

	/** What waits behind a record, in the order in which it was said. */
	List<ParkedRow> waitingBehind(ParkedRecord head) {
		if (head.waits() || head.key() == null) {
			return List.of();
		}
		return waiting("r.consumer = :consumer and r.record_key = :key and r.id <> :id",
				Map.of("consumer", head.consumer(), "key", head.key(), "id", head.id()));
	}

	private List<ParkedRow> waiting(String condition, Map<String, Object> parameters) {
		Map<String, Object> all = new HashMap<>(parameters);
		all.put("page", PAGE);
		return this.database
			.sql("%s where r.waits and r.status in ('OPEN', 'RETRYING') and %s %s limit :page".formatted(ROW, condition,
					"order by r.topic, r.topic_partition, r.topic_offset"))
			.params(all)
			.query((row, number) -> row(row))
			.list();
	}

	/**
	 * How many of a group are open that a retry did not freeze, since they came later.
	 */
	long arrivedSince(Retry retry) {
		return this.database.sql("""
				select count(*) from parked_record r
				where not r.waits and r.consumer = :consumer and r.fingerprint = :fingerprint and r.status = 'OPEN'
					and not exists (
						select from parked_retry_item i where i.retry_id = :retry and i.parked_id = r.id)""")
			.param("consumer", retry.consumer())
			.param("fingerprint", retry.fingerprint())
			.param("retry", retry.id())
			.query(Long.class)
			.single();
	}

	private static ParkedRow row(ResultSet row) throws SQLException {
		return new ParkedRow(row.getLong("id"), row.getString("consumer"), row.getString("topic"),
				row.getInt("topic_partition"), row.getLong("topic_offset"), row.getString("record_key"),
				row.getString("event_type"), row.getString("correlation_id"), Status.valueOf(row.getString("status")),
				row.getBoolean("waits"), row.getString("cause"), row.getString("message"), row.getString("fingerprint"),
				row.getInt("attempts"), row.getTimestamp("first_parked_at").toInstant(),
				row.getTimestamp("last_parked_at").toInstant());
	}

}
