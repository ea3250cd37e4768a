package studio.avatar.sandbox.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The one database and what each service owns in it: a role and a schema of its name. */
final class PostgresSchemas {

	static final String SUPERUSER = "postgres";

	private static final String DATABASE = "avatar_studio";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

	private final int port;

	private final String password;

	PostgresSchemas(int port, String password) {
		this.port = port;
		this.password = password;
	}

	/** Creates role and schema when they are absent; several may ask at once. */
	Database of(String service) {
		if (!NAME.matcher(service).matches()) {
			throw new IllegalArgumentException("Not a name for a role: " + service);
		}
		execute(DATABASE, """
				DO $$ BEGIN
					PERFORM pg_advisory_xact_lock(1);
					IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
						CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
					END IF;
					CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s;
				END $$""".formatted(service, this.password));
		return new Database(jdbcUrl(DATABASE), service, this.password);
	}

	void createDatabase() {
		if (text(SUPERUSER, "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'").equals("0")) {
			execute(SUPERUSER, "CREATE DATABASE " + DATABASE);
		}
	}

	String version() {
		return text(DATABASE, "SHOW server_version").split(" ")[0];
	}

	private void execute(String database, String sql) {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL refused: " + ex.getMessage(), ex);
		}
	}

	private String text(String database, String query) {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL does not answer: " + ex.getMessage(), ex);
		}
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, this.password);
	}

	private String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

}
