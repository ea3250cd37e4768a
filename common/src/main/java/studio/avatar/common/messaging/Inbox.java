package studio.avatar.common.messaging;

import java.util.Collection;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what each consumer has handled: the idempotent receiver. Remembering is part
 * of the handler's transaction.
 */
class Inbox {

	private final JdbcClient database;

	Inbox(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Whether this consumer meets the event for the first time; remembers it either way.
	 */
	boolean remember(String consumer, String eventId) {
		return this.database
			.sql("insert into inbox (consumer, event_id) values (?, ?) on conflict (consumer, event_id) do nothing")
			.params(consumer, eventId)
			.update() == 1;
	}

	/** The event was met in vain. */
	void inVain(String consumer, String eventId) {
		this.database.sql("update inbox set in_vain = true where consumer = ? and event_id = ?")
			.params(consumer, eventId)
			.update();
	}

	/** Whether an event that was met before is worth another try in a rebuild. */
	boolean takeUpAgain(String consumer, String eventId) {
		return this.database.sql("update inbox set in_vain = false where consumer = ? and event_id = ? and in_vain")
			.params(consumer, eventId)
			.update() == 1;
	}

	/**
	 * Which of these events a consumer has met before; remembers none.
	 * @param rebuilds whether those that were met in vain count as not met
	 */
	Set<String> has(String consumer, Collection<String> eventIds, boolean rebuilds) {
		return this.database
			.sql("select event_id from inbox where consumer = ? and event_id = any (?) and not (in_vain and ?)")
			.params(consumer, eventIds.toArray(String[]::new), rebuilds)
			.query(String.class)
			.set();
	}

	/** Has the database check now what it would check at the commit. */
	void checkConstraints() {
		this.database.sql("set constraints all immediate").update();
	}

}
