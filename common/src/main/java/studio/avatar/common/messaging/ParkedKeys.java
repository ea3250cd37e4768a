package studio.avatar.common.messaging;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys of which a record is parked, for the consumers whose later records of that key
 * wait behind it. A key is noted before its record is parked: cut off between the two,
 * the record is read again and finds itself. The other way round a later one would go
 * first.
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
			this.database
				.sql("insert into parked_key (consumer, record_key, place) values (?, ?, ?) on conflict do nothing")
				.params(consumer, key, place.toString())
				.update();
		}
	}

	/** Where the parked record of a key stands; empty when its records may go on. */
	Optional<String> parkedBefore(String consumer, String key) {
		return keepsInOrder(consumer)
				? this.database.sql("select place from parked_key where consumer = ? and record_key = ?")
					.params(consumer, key)
					.query(String.class)
					.optional()
				: Optional.empty();
	}

	/** A record is handled, in this transaction; if a key waited for it, it goes on. */
	void handled(String consumer, String key, String place) {
		if (keepsInOrder(consumer)) {
			this.database.sql("delete from parked_key where consumer = ? and record_key = ? and place = ?")
				.params(consumer, key, place)
				.update();
		}
	}

	/** Lets later records of a key go on: nobody waits for the parked one any more. */
	public void letOn(String consumer, String key) {
		this.database.sql("delete from parked_key where consumer = ? and record_key = ?")
			.params(consumer, key)
			.update();
	}

}
