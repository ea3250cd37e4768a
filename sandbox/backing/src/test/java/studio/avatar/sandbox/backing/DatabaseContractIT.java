package studio.avatar.sandbox.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every database server does that is started here, wherever it runs. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class DatabaseContractIT {

	@Parameter
	private DatabaseServer server;

	static Stream<DatabaseServer> servers() {
		return Kinds.present().map(Servers::database);
	}

	@Test
	void acknowledgedCommitsSurviveAKillAndTheAddressStays() throws SQLException {
		String address = this.server.address();
		Database database = this.server.database("ledger");
		try (Connection connection = BackingIT.connect(database); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE entry (id int)");
			for (int id = 0; id < 100; id++) {
				statement.execute("INSERT INTO entry VALUES (" + id + ")");
			}
			this.server.kill();
		}

		this.server.restart();

		assertThat(this.server.address()).isEqualTo(address);
		assertThat(this.server.database("ledger")).isEqualTo(database);
		assertThat(rows(database)).isEqualTo("100");
	}

	@Test
	void aConnectionThatIsOpenDiesWithTheServer() throws SQLException {
		try (Connection connection = BackingIT.connect(this.server.database("cut"))) {
			this.server.kill();

			assertThatThrownBy(() -> BackingIT.text(connection, "SELECT 1")).isInstanceOf(SQLException.class);
		}
		finally {
			this.server.restart();
		}
	}

	@Test
	void dataSurviveAnOrderlyStop() throws SQLException {
		Database database = this.server.database("stopped");
		try (Connection connection = BackingIT.connect(database); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE entry AS SELECT 1 AS id");
		}
		this.server.close();

		this.server.restart();

		assertThat(rows(database)).isEqualTo("1");
	}

	@Test
	void everyCommitReachesTheDisk() throws SQLException {
		try (Connection connection = BackingIT.connect(this.server.database("durable"))) {
			assertThat(BackingIT.text(connection, "SHOW fsync")).isEqualTo("on");
			assertThat(BackingIT.text(connection, "SHOW synchronous_commit")).isEqualTo("on");
		}
	}

	@Test
	void itIsSetUpAsTheOthersAre() throws SQLException {
		try (Connection connection = BackingIT.connect(this.server.database("settings"))) {
			assertThat(BackingIT.text(connection, "SHOW server_version")).startsWith(Image.POSTGRES.tag() + ".");
			assertThat(BackingIT.text(connection, "SHOW server_encoding")).isEqualTo("UTF8");
			assertThat(BackingIT.text(connection, "SHOW max_connections")).isEqualTo("200");
			assertThat(BackingIT.text(connection, "SELECT min(word) FROM (VALUES ('a'), ('B')) AS words (word)"))
				.isEqualTo("B");
		}
	}

	@Test
	void nobodyEntersWithoutThePassword() {
		Database database = this.server.database("locked");
		Database wrong = new Database(database.jdbcUrl(), database.user(), "guess");

		assertThatThrownBy(() -> BackingIT.connect(wrong)).isInstanceOf(SQLException.class)
			.hasMessageContaining("password authentication failed");
	}

	@Test
	void aNameThatIsNoNameIsRefused() {
		assertThatThrownBy(() -> this.server.database("x'; DROP DATABASE avatar_studio; --"))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static String rows(Database database) throws SQLException {
		try (Connection connection = BackingIT.connect(database)) {
			return BackingIT.text(connection, "SELECT count(*) FROM entry");
		}
	}

}
