package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Criteria;
import studio.avatar.console.archive.EventSearch;

/**
 * Writes down the exact records of a replay, numbered in the order of time; what comes
 * into the archive later does not change them.
 */
@Component
class Freezing {

	private static final String BY_SEARCH = """
			insert into replay_item (replay_id, item, day, topic, topic_partition, topic_offset, event_type, record_key,
				fingerprint)
			select :replay, row_number() over (order by recorded_at, topic, topic_partition, topic_offset),
				day, topic, topic_partition, topic_offset, event_type, record_key, fingerprint
			from (
				select day, recorded_at, topic, topic_partition, topic_offset, event_type, record_key, fingerprint
				from archived_event where %s
				order by day, recorded_at, topic, topic_partition, topic_offset limit :most) chosen""";

	/** Two records can have one place when its topic was made anew: the newest counts. */
	private static final String BY_PLACE = """
			insert into replay_item (replay_id, item, day, topic, topic_partition, topic_offset, event_type, record_key,
				fingerprint)
			select ?, row_number() over (order by recorded_at, topic, topic_partition, topic_offset),
				day, topic, topic_partition, topic_offset, event_type, record_key, fingerprint
			from (
				select distinct on (topic, topic_partition, topic_offset) a.* from archived_event a
				join jsonb_to_recordset(cast(? as jsonb)) as place (topic text, "partition" int, "offset" bigint)
					on a.topic = place.topic and a.topic_partition = place."partition"
					and a.topic_offset = place."offset"
				order by topic, topic_partition, topic_offset, recorded_at desc) chosen""";

	private static final String COUNT = """
			select count(distinct (a.topic, a.topic_partition, a.topic_offset)) from archived_event a
			join jsonb_to_recordset(cast(? as jsonb)) as place (topic text, "partition" int, "offset" bigint)
				on a.topic = place.topic and a.topic_partition = place."partition" and a.topic_offset = place."offset"
			""";

	private static final String OWN = """
			insert into replay_item (replay_id, item, topic, topic_partition, topic_offset, event_type, record_key,
				own_headers, own_key, own_value)
			values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""";

	private final JdbcClient database;

	private final JsonMapper json = JsonMapper.shared();

	Freezing(JdbcClient database) {
		this.database = database;
	}

	/** What takes longer than that in this transaction fails. */
	void within(Duration patience) {
		this.database.sql("select set_config('statement_timeout', ?, true)")
			.param(Long.toString(patience.toMillis()))
			.query()
			.listOfRows();
	}

	/**
	 * Freezes what a search finds, the oldest {@code limit} of it; how many there are.
	 */
	long search(UUID replayId, EventSearch search, int limit) {
		Criteria criteria = search.where();
		return this.database.sql(BY_SEARCH.formatted(criteria.sql()))
			.params(criteria.parameters())
			.param("replay", replayId)
			.param("most", limit)
			.update();
	}

	/** Freezes the records at these places that the archive has; how many it has. */
	long places(UUID replayId, List<Place> places) {
		return this.database.sql(BY_PLACE).params(replayId, this.json.writeValueAsString(places)).update();
	}

	/** How many of these places the archive has; reads none of their records. */
	long count(List<Place> places) {
		return this.database.sql(COUNT).param(this.json.writeValueAsString(places)).query(Long.class).single();
	}

	/** Freezes records with their bytes, in the order given. */
	void own(UUID replayId, List<RecordToReplay> records) {
		for (int number = 1; number <= records.size(); number++) {
			own(replayId, number, records.get(number - 1));
		}
	}

	private void own(UUID replayId, long number, RecordToReplay record) {
		Place place = record.place();
		byte[] key = record.key();
		this.database.sql(OWN)
			.params(Arrays.asList(replayId, number, place.topic(), place.partition(), place.offset(),
					record.headers().get(Headers.TYPE), (key != null) ? Texts.of(key) : null,
					this.json.writeValueAsString(record.headers()), key, record.value()))
			.update();
	}

}
