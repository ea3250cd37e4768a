package studio.avatar.console.parked;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.Place;

/** What other pages say about parked records. */
@Component
public class ParkedCounts {

	/** Consumer group of the parked topics. */
	public static final String GROUP = "console/parked";

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

	/** Who has which of these records parked and not yet settled. */
	public Map<Place, Set<String>> openAt(Collection<Place> originals) {
		Map<Place, Set<String>> open = new HashMap<>();
		this.database.sql("""
				select topic, topic_partition, topic_offset, consumer from parked_record
				where %s and (topic, topic_partition, topic_offset)
					in (select * from unnest(:topics, :partitions, :offsets))""".formatted(OPEN))
			.param("topics", originals.stream().map(Place::topic).toArray(String[]::new))
			.param("partitions", originals.stream().map(Place::partition).toArray(Integer[]::new))
			.param("offsets", originals.stream().map(Place::offset).toArray(Long[]::new))
			.query((row) -> {
				Place original = new Place(row.getString(1), row.getInt(2), row.getLong(3));
				open.computeIfAbsent(original, (place) -> new TreeSet<>()).add(row.getString(4));
			});
		return open;
	}

}
