package studio.avatar.gateway.retention;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.testkit.Backed;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What may be forgotten, and what may not. */
class RetentionIT extends GatewayUnderTest {

	@Autowired
	Retention retention;

	@Autowired
	IncomingSweep incoming;

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

	@Test
	void filesThatNobodyWantedGoWhenTheyAreOldAndAllOthersStay() throws IOException {
		MediaRef unwanted = sent("incoming/1/1.jpg", 15);
		MediaRef recent = sent("incoming/1/2.jpg", 13);
		MediaRef taken = sent("training/photos/1.jpg", 400);

		this.incoming.sweep();

		assertThat(this.media.holds(unwanted)).isFalse();
		assertThat(this.media.holds(recent)).isTrue();
		assertThat(this.media.holds(taken)).isTrue();
	}

	@Test
	void aFileIsNotLetGoWhileAnEventMayNameIt() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RetentionSettings(Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(90),
					Duration.ofDays(7), Duration.ofHours(1)))
			.withMessageContaining("an event may still name a file");
	}

	private MediaRef sent(String key, int days) throws IOException {
		MediaRef file = this.media.put(key, "image/jpeg", new ByteArrayInputStream(png(days)), null);
		Files.setLastModifiedTime(Backed.mediaFolder().resolve(key),
				FileTime.from(Instant.now().minus(Duration.ofDays(days))));
		return file;
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
