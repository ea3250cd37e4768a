package studio.avatar.sandbox.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackingIT {

	private final Backing backing = Backing.shared();

	@Test
	void askingTwiceStartsOnce() {
		assertThat(Backing.shared()).isSameAs(this.backing);
	}

	@Test
	void aServiceFindsItsOwnSchemaWithoutNamingIt() throws SQLException {
		Database database = this.backing.database("probe");

		try (Connection connection = connect(database)) {
			connection.createStatement().execute("CREATE TABLE IF NOT EXISTS found (id int)");
			assertThat(text(connection, "SELECT schemaname FROM pg_tables WHERE tablename = 'found'"))
				.isEqualTo("probe");
		}
	}

	@Test
	void askingForTheSameDatabaseAgainKeepsItsTables() throws SQLException {
		try (Connection connection = connect(this.backing.database("kept"))) {
			connection.createStatement().execute("CREATE TABLE IF NOT EXISTS kept_row (id int)");
		}

		Database again = this.backing.database("kept");

		try (Connection connection = connect(again)) {
			assertThat(text(connection, "SELECT count(*) FROM kept_row")).isEqualTo("0");
		}
	}

	@Test
	void aServiceCannotReadTheTablesOfAnother() throws SQLException {
		try (Connection connection = connect(this.backing.database("owner"))) {
			connection.createStatement().execute("CREATE TABLE IF NOT EXISTS secret (id int)");
		}

		Database stranger = this.backing.database("stranger");

		try (Connection connection = connect(stranger)) {
			assertThatThrownBy(() -> text(connection, "SELECT count(*) FROM owner.secret"))
				.hasMessageContaining("permission denied for schema owner");
		}
	}

	@Test
	void everyCommitReachesTheDisk() throws SQLException {
		try (Connection connection = connect(this.backing.database("durable"))) {
			assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
			assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
		}
	}

	static Connection connect(Database database) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
	}

	static String text(Connection connection, String query) throws SQLException {
		try (ResultSet rows = connection.createStatement().executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
