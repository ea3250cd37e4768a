package studio.avatar.gallery;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that the version before has made. */
class OlderDatabaseIT extends GalleryUnderTest {

	@Autowired
	private Flyway flyway;

	@Test
	void whatIsNewInCommonIsAddedToADatabaseWhoseOwnMigrationsAreNumberedHigher() {
		Database database = Backing.shared().database("older");
		DriverManagerDataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.user(),
				database.password());
		Flyway older = Flyway.configure().configuration(this.flyway.getConfiguration()).dataSource(source).load();
		older.migrate();
		JdbcClient rows = JdbcClient.create(source);
		rows.sql("drop table paused_consumer; drop table parked_key; alter table inbox drop column in_vain").update();
		rows.sql("delete from flyway_schema_history where version in ('0004', '0005', '0006')").update();

		older.migrate();

		assertThat(rows.sql("select count(*) from paused_consumer").query(Integer.class).single()).isZero();
		assertThat(rows.sql("select count(*) from parked_key").query(Integer.class).single()).isZero();
	}

}
