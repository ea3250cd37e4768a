package studio.avatar.sandbox.backing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one database and what each service owns in it: a role and a schema of its name. */
final class PostgresSchemas {

	static final String SUPERUSER = "postgres";

	private static final String DATABASE = "avatar_studio";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

	private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://([^/?]+)");

	private final String url;

	private final String user;

	private final String password;

	/**
	 * A database.
	 * @param url its JDBC address
	 * @param user a role that may create roles, and schemas in this database
	 * @param password that of the user; the roles it creates get the same
	 */
	PostgresSchemas(String url, String user, String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	/** Our database on a server of ours. */
	static PostgresSchemas onThisMachine(int port, String password) {
		return new PostgresSchemas("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, SUPERUSER, password);
	}

	/** Nobody types it. */
	static String newPassword() {
		byte[] secret = new byte[16];
		new SecureRandom().nextBytes(secret);
		return HexFormat.of().formatHex(secret);
	}

	/**
	 * Creates role and schema when they are absent; several may ask at once. A user who
	 * is no superuser must be a member of a role to give it a schema.
	 */
	Database of(String service) {
		if (!NAME.matcher(service).matches()) {
			throw new IllegalArgumentException("Not a name for a role: " + service);
		}
		execute(this.url, """
				DO $roles$ BEGIN
					PERFORM pg_advisory_xact_lock(1);
					IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
						CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
					END IF;
					IF NOT pg_has_role(CURRENT_USER, '%1$s', 'SET') THEN
						GRANT %1$s TO CURRENT_USER;
					END IF;
					CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s;
				END $roles$""".formatted(service, this.password.replace("'", "''")));
		return new Database(this.url, service, this.password);
	}

	/** Creates our database on a server of ours, when it is absent. */
	void createDatabase() {
		String maintenance = this.url.replace("/" + DATABASE, "/" + SUPERUSER);
		if (text(maintenance, "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'").equals("0")) {
			execute(maintenance, "CREATE DATABASE " + DATABASE);
		}
	}

	String address() {
		Matcher address = ADDRESS.matcher(this.url);
		return address.lookingAt() ? address.group(1) : this.url;
	}

	String title() {
		return "PostgreSQL " + text(this.url, "SHOW server_version").split(" ")[0];
	}

	/** Whether the server takes connections, even where our database is not made yet. */
	boolean serverAnswers() {
		try (Connection connection = connect(this.url.replace("/" + DATABASE, "/" + SUPERUSER))) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	void execute(String sql) {
		execute(this.url, sql);
	}

	private void execute(String address, String sql) {
		try (Connection connection = connect(address); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL refused: " + ex.getMessage(), ex);
		}
	}

	private String text(String address, String query) {
		try (Connection connection = connect(address);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw new BackingException("PostgreSQL does not answer: " + ex.getMessage(), ex);
		}
	}

	private Connection connect(String address) throws SQLException {
		return DriverManager.getConnection(address, this.user, this.password);
	}

}
