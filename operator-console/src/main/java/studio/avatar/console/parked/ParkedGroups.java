package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parked records by consumer and root cause. Those that only wait count for others. */
@Component
class ParkedGroups {

	/** Groups on a page. */
	static final int PAGE = 200;

	private static final String GROUPS = """
			with counted as (
				select r.consumer, r.fingerprint, max(r.id) as newest, max(r.last_parked_at) as last_seen,
					min(r.first_parked_at) as first_seen, count(distinct r.record_key) as chats,
					count(*) filter (where r.status = 'OPEN') as open,
					count(*) filter (where r.status = 'RETRYING') as retrying,
					count(*) filter (where r.status = 'HANDLED') as handled,
					count(*) filter (where r.status = 'DISCARDED') as discarded,
					count(*) filter (where r.status = 'EDITED') as edited
				from parked_record r where not r.waits and %s group by r.consumer, r.fingerprint)
			select g.*, n.cause, n.message from counted g cross join lateral (
				select cause, message from parked_record n
				where n.consumer = g.consumer and n.fingerprint = g.fingerprint and not n.waits
				order by n.last_parked_at desc, n.id desc limit 1) n
			order by g.open + g.retrying desc, g.last_seen desc, g.consumer, g.fingerprint limit %d offset :skip""";

	private static final String WAITING = """
			select h.consumer, h.fingerprint, count(distinct w.id) as waiting
			from parked_record h join parked_record w on w.consumer = h.consumer and w.record_key = h.record_key
			where w.waits and w.status in ('OPEN', 'RETRYING') and not h.waits and h.status in ('OPEN', 'RETRYING')
			group by h.consumer, h.fingerprint""";

	private final JdbcClient database;

	private final Patience patience;

	ParkedGroups(JdbcClient database, Patience patience) {
		this.database = database;
		this.patience = patience;
	}

	/**
	 * A page of them, those with the most open records first; their counts are those of
	 * what is looked for.
	 * @param skip how many came before
	 */
	GroupPage find(ParkedSearch search, long skip) {
		Map<GroupName, Long> waiting = waiting();
		List<Group> found = this.patience.search(() -> query(search.condition(), Math.max(0, skip)))
			.stream()
			.map((group) -> group.withWaiting(waiting.getOrDefault(group.name(), 0L)))
			.toList();
		return GroupPage.of(found, Math.max(0, skip));
	}

	/** A group with all its records, settled ones too. */
	Optional<Group> find(GroupName name) {
		Choice choice = new Choice("r.consumer = :consumer and r.fingerprint = :fingerprint",
				Map.of("consumer", name.consumer(), "fingerprint", name.fingerprint()));
		return query(choice, 0).stream()
			.findFirst()
			.map((group) -> group.withWaiting(waiting().getOrDefault(name, 0L)));
	}

	private List<Group> query(Choice choice, long skip) {
		return this.database.sql(GROUPS.formatted(choice.condition(), PAGE + 1))
			.params(choice.parameters())
			.param("skip", skip)
			.query((row, number) -> group(row))
			.list();
	}

	private Map<GroupName, Long> waiting() {
		Map<GroupName, Long> waiting = new HashMap<>();
		this.database.sql(WAITING).query((row) -> {
			waiting.put(new GroupName(row.getString("consumer"), row.getString("fingerprint")), row.getLong("waiting"));
		});
		return waiting;
	}

	private static Group group(ResultSet row) throws SQLException {
		return new Group(new GroupName(row.getString("consumer"), row.getString("fingerprint")), row.getString("cause"),
				row.getString("message"), row.getLong("open"), row.getLong("retrying"), row.getLong("handled"),
				row.getLong("discarded"), row.getLong("edited"), row.getLong("chats"), 0, row.getLong("newest"),
				row.getTimestamp("first_seen").toInstant(), row.getTimestamp("last_seen").toInstant());
	}

}
