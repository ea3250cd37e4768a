package studio.avatar.sandbox.launch.journey.operators;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;

/**
 * Every row of a service, as text. Left out is what moves by itself: when a message was
 * met, what services tell operators, when a recurring task begins next. Of other tasks it
 * is told when they begin and with what, but for those of the gallery, which a rebuild
 * lets begin later.
 */
final class Rows {

	static final List<String> SERVICES = List.of("gateway", "training", "generation", "gallery");

	private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "poll_lease", "pace");

	private Rows() {
	}

	/** All rows by table, {@code gallery.images}. */
	static Map<String, List<String>> of(Sandbox sandbox, List<String> services) {
		Map<String, List<String>> rows = new TreeMap<>();
		services.forEach((service) -> read(sandbox.database(service), service, rows));
		return rows;
	}

	/** One number. */
	static long number(Database database, String query) {
		return Long.parseLong(texts(database, query).getFirst());
	}

	/** The first column. */
	static List<String> texts(Database database, String query) {
		try (Connection connection = connection(database); Statement statement = connection.createStatement()) {
			return texts(statement, query);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(query, ex);
		}
	}

	static void execute(Database database, String sql) {
		try (Connection connection = connection(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private static void read(Database database, String service, Map<String, List<String>> rows) {
		try (Connection connection = connection(database); Statement statement = connection.createStatement()) {
			for (String table : texts(statement,
					"select tablename from pg_tables where schemaname = current_schema()")) {
				if (!LEFT_OUT.contains(table)) {
					rows.put(service + "." + table, texts(statement, query(service, table)));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The tables of " + service + " cannot be read", ex);
		}
	}

	private static String query(String service, String table) {
		return switch (table) {
			case "inbox" ->
				"select consumer || ' ' || event_id from inbox where consumer not like '%/operator.%' order by 1";
			case "outbox" ->
				"select topic || ' ' || record_key from outbox where topic not like 'operator.%' order by 1";
			case "scheduled_tasks" -> "select " + task(service) + " from scheduled_tasks t order by 1";
			default -> "select t::text from " + table + " t order by 1";
		};
	}

	private static String task(String service) {
		String which = "concat_ws(' ', task_name, task_instance";
		return service.equals("gallery") ? which + ")" : which
				+ ", case when task_instance <> 'recurring' then concat_ws(' ', execution_time, task_data) end)";
	}

	private static Connection connection(Database database) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
	}

	private static List<String> texts(Statement statement, String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

}
