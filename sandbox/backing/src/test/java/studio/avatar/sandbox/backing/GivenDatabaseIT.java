package studio.avatar.sandbox.backing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GivenDatabaseIT {

	@Test
	void aUserWhoMayCreateRolesIsEnough(@TempDir Path folder) throws SQLException {
		try (PostgresServer somebodys = PostgresServer.start(PostgresSettings.in(folder))) {
			Database maker = somebodys.database("maker");
			somebodys.execute("ALTER ROLE maker CREATEROLE; GRANT CREATE ON DATABASE avatar_studio TO maker");
			DatabaseServer given = new GivenServers(Map.of("KAFKA_BROKERS", "kafka:9092", "DATABASE_URL",
					maker.jdbcUrl(), "DATABASE_USER", maker.user(), "DATABASE_PASSWORD", maker.password()))
				.database();

			Database training = given.database("training");

			try (Connection connection = BackingIT.connect(training)) {
				assertThat(BackingIT.text(connection, "SELECT current_schema()")).isEqualTo("training");
			}
			assertThat(given.database("training")).isEqualTo(training);
			assertThat(given.address()).isEqualTo(somebodys.address());
		}
	}

}
