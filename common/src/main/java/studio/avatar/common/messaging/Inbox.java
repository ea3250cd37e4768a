package studio.avatar.common.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what each consumer has handled: the idempotent receiver. Only used inside the
 * handler's transaction.
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

}
