package studio.avatar.console.parked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Place;

/** What other pages say about parked records. */
@Component
public class ParkedCounts {

	private static final String OPEN = "status in ('OPEN', 'RETRYING')";

	private final JdbcClient database;

	ParkedCounts(JdbcClient database) {
		this.database = database;
	}

	/** How many are not settled, those that wait behind others too. */
	public long open() {
		return this.database.sql("select count(*) from parked_record where " + OPEN).query(Long.class).single();
	}

	/**
	 * The same by consumer, {@code gallery/generation.events}; only consumers with some.
	 */
	public Map<String, Long> openByConsumer() {
		Map<String, Long> open = new TreeMap<>();
		this.database
			.sql("select consumer, count(*) as open from parked_record where %s group by consumer".formatted(OPEN))
			.query((row) -> {
				open.put(row.getString("consumer"), row.getLong("open"));
			});
		return open;
	}

	/**
	 * Numbers of the parked records (one for each consumer) whose original stands there.
	 */
	public List<Long> parkedFrom(Place original) {
		return this.database.sql("""
				select id from parked_record
				where topic = :topic and topic_partition = :partition and topic_offset = :offset order by id""")
			.param("topic", original.topic())
			.param("partition", original.partition())
			.param("offset", original.offset())
			.query(Long.class)
			.list();
	}

}
