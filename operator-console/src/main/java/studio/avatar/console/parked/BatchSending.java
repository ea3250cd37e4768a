package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Place;

/** Sends the next records of a retry as one replay, within the caller's transaction. */
@Component
class BatchSending {

	/**
	 * Records are read into memory; a batch of large ones has fewer, but always one.
	 */
	static final long MOST_BYTES = 16_000_000;

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient database;

	private final Redelivery redelivery;

	private final ParkedSettings settings;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.shared();

	BatchSending(JdbcClient database, Redelivery redelivery, ParkedSettings settings, Clock clock) {
		this.database = database;
		this.redelivery = redelivery;
		this.settings = settings;
		this.clock = clock;
	}

	/** The first batch of a retry. */
	void first(long retry, RetryKind kind) {
		send(retry, 1, this.settings.sizeOf(kind, 1));
	}

	/**
	 * A batch of a retry.
	 * @param number its number, from 1
	 * @param most how many records it may have; fewer where a replay takes fewer
	 */
	void send(long retry, int number, int most) {
		List<RecordToRetry> records = records(retry, items(retry, Math.min(most, this.redelivery.most())));
		RetryHead head = head(retry);
		UUID replay = this.redelivery.begin(head.consumer(), records, head.operator(),
				"Retry %d of parked records, batch %d: %s".formatted(retry, number, head.reason()));
		note(retry, number, replay, records);
	}

	/** The next turns, as many as fit into memory. */
	private List<Long> items(long retry, int most) {
		List<Long> items = new ArrayList<>();
		long[] bytes = { 0 };
		this.database.sql("""
				select i.item, coalesce(octet_length(r.value), 0) as bytes
				from parked_retry_item i join parked_record r on r.id = i.parked_id
				where i.retry_id = :retry and i.status = 'WAITING' order by i.item limit :most""")
			.param("retry", retry)
			.param("most", most)
			.query((row) -> {
				bytes[0] += row.getLong("bytes");
				if (items.isEmpty() || bytes[0] <= MOST_BYTES) {
					items.add(row.getLong("item"));
				}
			});
		return items;
	}

	private List<RecordToRetry> records(long retry, List<Long> items) {
		return this.database
			.sql("""
					select i.item, r.topic, r.topic_partition, r.topic_offset, r.key_bytes,
						coalesce(convert_to(e.body_after, 'UTF8'), r.value) as value, coalesce(e.headers, r.headers) as headers
					from parked_retry_item i join parked_record r on r.id = i.parked_id
						left join parked_edit e on e.retry_id = i.retry_id
					where i.retry_id = :retry and i.item in (:items) order by i.item""")
			.param("retry", retry)
			.param("items", items)
			.query(this::record)
			.list();
	}

	private RecordToRetry record(ResultSet row, int number) throws SQLException {
		return new RecordToRetry(row.getLong("item"),
				new Place(row.getString("topic"), row.getInt("topic_partition"), row.getLong("topic_offset")),
				row.getBytes("key_bytes"), row.getBytes("value"), this.json.readValue(row.getString("headers"), TEXTS));
	}

	private RetryHead head(long retry) {
		return this.database.sql("select consumer, operator, reason from parked_retry where id = :retry")
			.param("retry", retry)
			.query(RetryHead.class)
			.single();
	}

	private void note(long retry, int number, UUID replay, List<RecordToRetry> records) {
		this.database.sql("""
				insert into parked_batch (retry_id, number, replay_id, size, started_at)
				values (:retry, :number, :replay, :size, :now)""")
			.param("retry", retry)
			.param("number", number)
			.param("replay", replay)
			.param("size", records.size())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.database.sql("""
				update parked_retry_item i set status = 'SENT', batch = :number, batch_item = t.turn
				from (select item, row_number() over (order by item) as turn from parked_retry_item
					where retry_id = :retry and item in (:items)) t
				where i.retry_id = :retry and i.item = t.item""")
			.param("retry", retry)
			.param("number", number)
			.param("items", records.stream().map(RecordToRetry::item).toList())
			.update();
	}

	/** Who wanted a retry of what. */
	private record RetryHead(String consumer, String operator, String reason) {
	}

}
