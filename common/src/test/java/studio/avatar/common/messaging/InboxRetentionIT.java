package studio.avatar.common.messaging;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.probe.Probe;

import static org.assertj.core.api.Assertions.assertThat;

class InboxRetentionIT {

	private static Probe probe;

	private final JdbcClient database = probe.bean(JdbcClient.class);

	@BeforeAll
	static void start() {
		probe = Probe.start("retention", (envelope, outbox) -> {
		});
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@Test
	void onlyWhatIsOlderThanItsTimeIsForgotten() {
		this.database.sql("""
				insert into inbox (consumer, event_id, received_at)
				select 'c', 'old-' || n, now() - interval '101 days' from generate_series(1, 5001) n""").update();
		this.database.sql("""
				insert into inbox (consumer, event_id, received_at)
				values ('c', 'young', now() - interval '99 days')""").update();

		int forgotten = new InboxRetention(this.database, Clock.systemUTC(), Duration.ofDays(100)).forgetOld();

		assertThat(forgotten).isEqualTo(5001);
		assertThat(this.database.sql("select event_id from inbox where consumer = 'c'").query(String.class).list())
			.containsExactly("young");
	}

}
