package studio.avatar.gateway.retention;

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

		this.retention.letGo();

		assertThat(this.database
			.sql("select update_id from telegram_update where chat_id = ? and bot_id = 7 order by update_id")
			.param(anna.id())
			.query(Long.class)
			.list()).containsExactly(2L, 3L);
	}

	private void keep(SimulatedPerson person, long number, String status, int days) {
		this.database.sql("""
				insert into telegram_update (bot_id, update_id, chat_id, body, status, received_at, settled_at)
				values (7, ?, ?, '{}', ?, now() - make_interval(days => ?), now() - make_interval(days => ?))""")
			.params(number, person.id(), status, days, days)
			.update();
	}

}
