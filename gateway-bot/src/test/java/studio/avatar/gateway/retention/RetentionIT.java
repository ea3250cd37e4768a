package studio.avatar.gateway.retention;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be forgotten, and what may not. */
class RetentionIT extends GatewayUnderTest {

	@Autowired
	Retention retention;

	@Test
	void oldAndSettledGoesWhatIsRecentOrFailedStays() {
		SimulatedPerson anna = somebodyKnown();
		keep(anna, 1, "done", 30);
		keep(anna, 2, "failed", 30);
		keep(anna, 3, "done", 1);
		keep(anna, 4, "failed", 100);

		this.retention.letGo();

		assertThat(this.database
			.sql("select update_id from telegram_update where chat_id = ? and bot_id = 7 order by update_id")
			.param(anna.id())
			.query(Long.class)
			.list()).containsExactly(2L, 3L);
	}

	@Test
	void repliesGoWhenOldAndFailedOnesLater() {
		SimulatedPerson anna = somebodyKnown();
		reply(anna, "done", 30);
		reply(anna, "failed", 30);
		reply(anna, "failed", 100);
		reply(anna, "dropped", 3);

		this.retention.letGo();

		assertThat(this.database.sql("select note from delivery where chat_id = ? and note like '%days' order by seq")
			.param(anna.id())
			.query(String.class)
			.list()).containsExactly("failed 30 days", "dropped 3 days");
	}

	@Test
	void moreThanABatchGoes() {
		SimulatedPerson anna = somebodyKnown();
		this.database.sql("""
				insert into telegram_update (bot_id, update_id, chat_id, body, status, settled_at)
				select 8, n, ?, '{}', 'done', now() - interval '30 days' from generate_series(1, 5001) n""")
			.param(anna.id())
			.update();

		this.retention.letGo();

		assertThat(this.database.sql("select count(*) from telegram_update where bot_id = 8")
			.query(Integer.class)
			.single()).isZero();
	}

	private void reply(SimulatedPerson person, String status, int days) {
		this.database.sql("""
				insert into delivery (event_id, chat_id, hurried, type, reply, progress, correlation_id, status,
				    note, settled_at)
				values (?, ?, false, 'reply.show-card', '', false, 'c', ?, ?, now() - make_interval(days => ?))""")
			.params(UUID.randomUUID().toString(), person.id(), status, status + " " + days + " days", days)
			.update();
	}

	private void keep(SimulatedPerson person, long number, String status, int days) {
		this.database.sql("""
				insert into telegram_update (bot_id, update_id, chat_id, body, status, received_at, settled_at)
				values (7, ?, ?, '{}', ?, now() - make_interval(days => ?), now() - make_interval(days => ?))""")
			.params(number, person.id(), status, days, days)
			.update();
	}

}
