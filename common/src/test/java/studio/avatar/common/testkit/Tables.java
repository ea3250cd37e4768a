package studio.avatar.common.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands in all tables of a service, to be compared with what stands there later.
 * Left out is what lives by itself: reports on their way out, and the times at which a
 * scheduler does its rounds.
 */
public final class Tables {

	private static final Map<String, String> PARTS = Map.of("outbox",
			"(select topic, record_key from outbox where topic <> 'operator.reports')", "scheduled_tasks",
			"(select task_name, task_instance from scheduled_tasks)");

	private Tables() {
	}

	/**
	 * Rows and a hash of all of them, by the name of the table.
	 * @param leftOut tables that live by themselves
	 */
	public static Map<String, String> of(JdbcClient database, String... leftOut) {
		List<String> names = database.sql("""
				select table_name from information_schema.tables
				where table_schema = current_schema() and table_type = 'BASE TABLE'
				  and table_name <> 'flyway_schema_history'""").query(String.class).list();
		Map<String, String> contents = new TreeMap<>();
		names.stream()
			.filter((name) -> !List.of(leftOut).contains(name))
			.forEach((name) -> contents.put(name, content(database, name)));
		return contents;
	}

	/**
	 * The same, once nothing is under way any more: what was begun before the test writes
	 * its last row after the person has seen its answer.
	 * @param leftOut tables that live by themselves
	 */
	public static Map<String, String> still(JdbcClient database, String... leftOut) {
		AtomicReference<Map<String, String>> before = new AtomicReference<>(Map.of());
		Awaitility.await()
			.pollInterval(Duration.ofMillis(150))
			.until(() -> before.getAndSet(of(database, leftOut)).equals(before.get()));
		return before.get();
	}

	private static String content(JdbcClient database, String table) {
		return database
			.sql("select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
					+ PARTS.getOrDefault(table, table) + " t")
			.query(String.class)
			.single();
	}

}
