package studio.avatar.console.replay;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records as the archive keeps them, put there without a broker. */
@Component
class Archived {

	private final JdbcClient database;

	Archived(JdbcClient database) {
		this.database = database;
	}

	/** That many of one key, one after the other in one partition. */
	void put(String topic, String key, long firstOffset, int count) {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		partition(today);
		this.database
			.sql("""
					insert into archived_event (day, topic, topic_partition, topic_offset, recorded_at, event_id, event_type,
						source, record_key, headers, value, fingerprint)
					select :day, :topic, 0, :first + n, now() + n * interval '1 microsecond', id, 'generation.completed',
						'generation', :key,
						jsonb_build_object('ce_id', id, 'ce_type', 'generation.completed', 'x-of-others', 'stays here'),
						convert_to(jsonb_build_object('chat', cast(:key as text), 'n', n)::text, 'UTF8'),
						hashtextextended(id, 0)
					from (select n, gen_random_uuid()::text as id from generate_series(0, :count - 1) n) numbered""")
			.param("day", today)
			.param("topic", topic)
			.param("first", firstOffset)
			.param("key", key)
			.param("count", count)
			.update();
	}

	/** All of a key once more, behind, as a sender does that was cut off. */
	void again(String key, long offsetsLater) {
		this.database
			.sql("""
					insert into archived_event (day, topic, topic_partition, topic_offset, recorded_at, event_id, event_type,
						source, record_key, headers, value, fingerprint)
					select day, topic, topic_partition, topic_offset + ?, recorded_at + interval '1 second', event_id,
						event_type, source, record_key, headers, value, fingerprint
					from archived_event where record_key = ?""")
			.params(offsetsLater, key)
			.update();
	}

	private void partition(LocalDate day) {
		boolean isThere = this.database.sql("""
				select exists (select 1 from pg_class where relispartition
					and pg_get_expr(relpartbound, oid) like '%(''' || ? || ''')%' and relkind = 'r')""")
			.param(day.toString())
			.query(Boolean.class)
			.single();
		if (!isThere) {
			this.database
				.sql("create table archived_event_of_tests partition of archived_event for values from ('%s') to ('%s')"
					.formatted(day, day.plusDays(1)))
				.update();
		}
	}

}
