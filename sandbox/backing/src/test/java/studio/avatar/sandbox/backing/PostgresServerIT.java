package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerIT {

	@TempDir
	private static Path folder;

	private static PostgresServer server;

	@BeforeAll
	static void start() {
		server = PostgresServer.start(PostgresSettings.in(folder));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void theNextRunFindsTheDataAndTheSameRoles() throws SQLException {
		Database before = server.database("next_run");
		try (Connection connection = BackingIT.connect(before); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE entry AS SELECT 1 AS id");
		}
		server.close();

		server = PostgresServer.start(PostgresSettings.in(folder));

		Database after = server.database("next_run");
		assertThat(after.password()).isEqualTo(before.password());
		assertThat(rows(after)).isEqualTo("1");
	}

	@Test
	void aServerLeftByAnEarlierRunIsEndedBeforeTheNextStart() {
		ProcessHandle leftover = ProcessHandle.of(server.pid()).orElseThrow();

		server = PostgresServer.start(PostgresSettings.in(folder));

		assertThat(leftover.isAlive()).isFalse();
		assertThat(server.title()).startsWith("PostgreSQL 18.");
	}

	@Test
	void aTakenPortIsSaidInOneSentence(@TempDir Path other) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatThrownBy(() -> PostgresServer.start(new PostgresSettings(other, taken.getLocalPort(), 20)))
				.isInstanceOf(BackingException.class)
				.hasMessage("PostgreSQL cannot listen on 127.0.0.1:" + taken.getLocalPort()
						+ ": the port is in use by another program");
		}
	}

	private static String rows(Database database) throws SQLException {
		try (Connection connection = BackingIT.connect(database)) {
			return BackingIT.text(connection, "SELECT count(*) FROM entry");
		}
	}

}
