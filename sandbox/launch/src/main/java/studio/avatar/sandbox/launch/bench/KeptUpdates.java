package studio.avatar.sandbox.launch.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.SandboxException;

/** The updates that the gateway has committed, as another connection sees them. */
final class KeptUpdates implements AutoCloseable {

	private final Connection connection;

	KeptUpdates(Database gateway) {
		try {
			this.connection = DriverManager.getConnection(gateway.jdbcUrl(), gateway.user(), gateway.password());
		}
		catch (SQLException ex) {
			throw new SandboxException("The gateway's table cannot be read: " + ex.getMessage(), ex);
		}
	}

	long count() {
		return number("select count(*) from telegram_update");
	}

	/** Kept, but waiting behind something else of their chat, or failed. */
	long unsettled() {
		return number("select count(*) from telegram_update where status not in ('done', 'ignored')");
	}

	private long number(String sql) {
		try (PreparedStatement query = this.connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException ex) {
			throw new SandboxException("The gateway's table cannot be read: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new SandboxException("The connection does not close: " + ex.getMessage(), ex);
		}
	}

}
