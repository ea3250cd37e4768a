package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Place;

/** The frozen items of replays, with the bytes they are sent with. */
@Component
class Items {

	private static final String WITH_BYTES = """
			select i.item, i.topic, i.topic_partition, i.topic_offset, i.own_headers is not null as is_own,
				coalesce(i.own_headers, a.headers)::text as headers, i.own_key,
				coalesce(a.key_bytes, convert_to(a.record_key, 'UTF8')) as archived_key,
				case when i.own_headers is not null then i.own_value else a.value end as value
			from replay_item i
			left join archived_event a on a.day = i.day and a.topic = i.topic
				and a.topic_partition = i.topic_partition and a.topic_offset = i.topic_offset
				and (i.fingerprint is null or a.fingerprint = i.fingerprint)
			where i.replay_id = ?
			""";

	/** What stands in memory at once, for each replay that is driven. */
	static final long MOST_BYTES = 8_000_000;

	private static final String SIZES = """
			select coalesce(octet_length(case when i.own_headers is not null then i.own_value else a.value end), 0)
			from replay_item i
			left join archived_event a on a.day = i.day and a.topic = i.topic
				and a.topic_partition = i.topic_partition and a.topic_offset = i.topic_offset
				and (i.fingerprint is null or a.fingerprint = i.fingerprint)
			where i.replay_id = ? and i.item > ? order by i.item limit ?""";

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient database;

	private final JsonMapper json = JsonMapper.shared();

	Items(JdbcClient database) {
		this.database = database;
	}

	/**
	 * The next items after one, in their order: as many as fit into {@link #MOST_BYTES},
	 * but one at least.
	 */
	List<Item> after(UUID replayId, long item, int limit) {
		List<Long> sizes = this.database.sql(SIZES).params(replayId, item, limit).query(Long.class).list();
		return first(replayId, item, Math.max(1, fitting(sizes, MOST_BYTES)));
	}

	/** How many of the first fit into that many bytes together. */
	static int fitting(List<Long> sizes, long bytes) {
		long left = bytes;
		int count = 0;
		while (count < sizes.size() && sizes.get(count) <= left) {
			left -= sizes.get(count++);
		}
		return count;
	}

	private List<Item> first(UUID replayId, long item, int limit) {
		return this.database.sql(WITH_BYTES + "and i.item > ? order by i.item limit ?")
			.params(replayId, item, limit)
			.query(this::read)
			.list();
	}

	List<Item> these(UUID replayId, List<Long> items) {
		return this.database.sql(WITH_BYTES + """
				and i.item in (select cast(chosen as bigint) from jsonb_array_elements_text(cast(? as jsonb)) chosen)
				order by i.item""").params(replayId, this.json.writeValueAsString(items)).query(this::read).list();
	}

	private Item read(ResultSet row, int number) throws SQLException {
		Place place = new Place(row.getString("topic"), row.getInt("topic_partition"), row.getLong("topic_offset"));
		String headers = row.getString("headers");
		byte[] key = row.getBoolean("is_own") ? row.getBytes("own_key") : row.getBytes("archived_key");
		return new Item(row.getLong("item"), place, key, row.getBytes("value"),
				(headers != null) ? this.json.readValue(headers, TEXTS) : null);
	}

	/**
	 * One frozen record.
	 *
	 * @param headers absent when the archive no longer has the record
	 */
	record Item(long number, Place place, byte @Nullable [] key, byte @Nullable [] value,
			@Nullable Map<String, String> headers) {

		boolean isGone() {
			return this.headers == null;
		}

	}

}
