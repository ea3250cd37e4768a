package studio.avatar.common.messaging;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Parked records of the consumers whose later records of the same key wait behind them:
 * the first that failed, and all that wait. Each is noted before it is parked: cut off
 * between the two, it is read again and nothing but itself is in its way. The other way
 * round a later one would go first. A record is in nobody's way any more when it is
 * handled, or an operator has discarded it.
 */
public class ParkedKeys {

	private final JdbcClient database;

	private final Set<String> keptInOrder = ConcurrentHashMap.newKeySet();

	ParkedKeys(JdbcClient database) {
		this.database = database;
	}

	/** From now on, records of this consumer wait. */
	void keepInOrder(String consumer) {
		this.keptInOrder.add(consumer);
	}

	boolean keepsInOrder(String consumer) {
		return this.keptInOrder.contains(consumer);
	}

	/** The record that is about to be parked; nothing where none waits. */
	void note(String consumer, String key, Place place) {
		if (keepsInOrder(consumer)) {
			this.database.sql("""
					insert into parked_key (consumer, record_key, place, topic_partition, topic_offset)
					values (?, ?, ?, ?, ?) on conflict do nothing""")
				.params(consumer, key, place.toString(), place.partition(), place.offset())
				.update();
		}
	}

	/**
	 * Where the latest parked record stands that is before this one; empty when none is.
	 */
	Optional<String> parkedBefore(String consumer, String key, Place place) {
		return keepsInOrder(consumer) ? this.database.sql("""
				select place from parked_key where consumer = ? and record_key = ?
				and (topic_partition <> ? or topic_offset < ?) order by topic_offset desc limit 1""")
			.params(consumer, key, place.partition(), place.offset())
			.query(String.class)
			.optional() : Optional.empty();
	}

	/** A record is handled, in this transaction: it is in nobody's way any more. */
	void handled(String consumer, Place place) {
		if (keepsInOrder(consumer)) {
			letOn(consumer, place.toString());
		}
	}

	/** Nobody waits for this parked record any more. */
	public void letOn(String consumer, String place) {
		this.database.sql("delete from parked_key where consumer = ? and place = ?").params(consumer, place).update();
	}

}
