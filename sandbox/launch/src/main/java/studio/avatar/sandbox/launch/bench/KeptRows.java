package studio.avatar.sandbox.launch.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.SandboxException;

/**
 * How many rows there are, as another connection sees them.
 *
 * @param database where to look
 * @param query answers with one number
 */
record KeptRows(Database database, String query) {

	long number() {
		try (Connection connection = DriverManager.getConnection(this.database.jdbcUrl(), this.database.user(),
				this.database.password());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(this.query)) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException ex) {
			throw new SandboxException("The tables of " + this.database + " cannot be read: " + ex.getMessage(), ex);
		}
	}

}
