package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of a replay beside what became of them in one of its passes. */
@Component
class OutcomeList {

	private static final int PAGE = 1_000;

	private final JdbcClient database;

	OutcomeList(JdbcClient database) {
		this.database = database;
	}

	/**
	 * A page of them in their order.
	 * @param result only those of that outcome; absent for all, also those without any
	 * @param after number of the last item of the page before, 0 for the first
	 */
	List<ItemOutcome> page(UUID replayId, int pass, @Nullable ItemResult result, long after, int limit) {
		String wanted = (result != null) ? result.name() : null;
		return this.database
			.sql("""
					select i.item, i.topic, i.topic_partition, i.topic_offset, i.event_type, i.record_key, o.result, o.attempt,
						o.at, o.cause, o.message, o.fingerprint
					from replay_item i
					left join replay_outcome o on o.replay_id = i.replay_id and o.pass = :pass and o.item = i.item
					where i.replay_id = :replay and i.item > :after
						and (cast(:result as text) is null or o.result = :result)
					order by i.item limit :limit""")
			.param("pass", pass)
			.param("replay", replayId)
			.param("after", after)
			.param("result", wanted)
			.param("limit", limit)
			.query(OutcomeList::read)
			.list();
	}

	/** All of them, page by page, so that none has to fit into memory. */
	void each(UUID replayId, int pass, @Nullable ItemResult result, Consumer<ItemOutcome> reader) {
		long after = 0;
		List<ItemOutcome> page;
		do {
			page = page(replayId, pass, result, after, PAGE);
			page.forEach(reader);
			after = page.isEmpty() ? after : page.getLast().item();
		}
		while (page.size() == PAGE);
	}

	private static ItemOutcome read(ResultSet row, int number) throws SQLException {
		String result = row.getString("result");
		return new ItemOutcome(row.getLong("item"), row.getString("topic"), row.getInt("topic_partition"),
				row.getLong("topic_offset"), row.getString("event_type"), row.getString("record_key"),
				(result != null) ? ItemResult.valueOf(result) : null, row.getInt("attempt"),
				ReplayRows.optionalInstant(row, "at"), row.getString("cause"), row.getString("message"),
				row.getString("fingerprint"));
	}

	/**
	 * One of them.
	 *
	 * @param result absent when there is no outcome yet
	 * @param attempt which sending it is about; 0 when there is no outcome yet
	 */
	record ItemOutcome(long item, String topic, int partition, long offset, @Nullable String type, @Nullable String key,
			@Nullable ItemResult result, int attempt, @Nullable Instant at, @Nullable String cause,
			@Nullable String message, @Nullable String fingerprint) {
	}

}
