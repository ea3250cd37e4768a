package studio.avatar.common.operating;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.OperatorCommand.PauseConsumer;

/** Which consumers of the service operators have paused, in all its instances. */
class PausedConsumers {

	private final JdbcClient database;

	PausedConsumers(JdbcClient database) {
		this.database = database;
	}

	Set<String> all() {
		return this.database.sql("select consumer from paused_consumer").query(String.class).set();
	}

	/** Pausing twice keeps the first reason. */
	void pause(PauseConsumer wanted) {
		this.database
			.sql("insert into paused_consumer (consumer, operator, reason) values (?, ?, ?) on conflict do nothing")
			.params(wanted.consumer(), wanted.operator(), wanted.reason())
			.update();
	}

	void resume(String consumer) {
		this.database.sql("delete from paused_consumer where consumer = ?").param(consumer).update();
	}

}
