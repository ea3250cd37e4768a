package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of old replays. Everything is taken back, so nobody else meets it. */
class ReplayRetentionIT extends ConsoleUnderTest {

	@Autowired
	private ReplayRetention retention;

	@Autowired
	private ReplayViews views;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void ofAReplayThatEndedLongAgoItsHeadAndItsNumbersStay() {
		undone(() -> {
			UUID id = replay("COMPLETED", Duration.ofDays(91), 3);
			this.retention.forgetSome();
			assertThat(rows(id)).isZero();
			ReplayView left = this.views.of(id);
			assertThat(left.forgotten()).isTrue();
			assertThat(left.reason()).isEqualTo("why");
			PassSums sums = left.run().sums();
			assertThat(sums.results()).isEqualTo(Map.of(ItemResult.FAILED, 3L));
			assertThat(sums.samples()).isEmpty();
			assertThat(sums.failures()).singleElement()
				.matches((failure) -> failure.records() == 3 && failure.message().isEmpty()
						&& failure.samples().isEmpty());
		});
	}

	@Test
	void whatEndedLatelyAndWhatMayStillRunIsKept() {
		undone(() -> {
			UUID lately = replay("COMPLETED", Duration.ofDays(89), 3);
			UUID paused = replay("PAUSED", Duration.ofDays(400), 3);
			this.retention.forgetSome();
			assertThat(rows(lately)).isEqualTo(6);
			assertThat(rows(paused)).isEqualTo(6);
			assertThat(this.views.of(lately).forgotten()).isFalse();
		});
	}

	@Test
	void aLargeOneIsForgottenInParts() {
		undone(() -> {
			UUID id = replay("STOPPED", Duration.ofDays(500), 3_000);
			this.retention.forgetSome();
			assertThat(rows(id)).isEqualTo(6_000 - ReplayRetention.AT_ONCE);
			this.retention.forgetSome();
			assertThat(rows(id)).isZero();
			assertThat(this.views.of(id).run().sums().results()).isEqualTo(Map.of(ItemResult.FAILED, 3_000L));
		});
	}

	private void undone(Runnable test) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			test.run();
		});
	}

	/** A replay of that many records, all of which failed, and how long ago it ended. */
	private UUID replay(String state, Duration ago, int records) {
		UUID id = UUID.randomUUID();
		this.database.sql("""
				insert into replay (id, service, mode, state, selection, items, reason, forced, straight, planned_by,
					planned_at, rate, stop_percent, pass, changed_at)
				select :id, 'gallery', 'REBUILD', :state, '{}', :records, 'why', false, false, 'anna', at, 200, 5, 1, at
				from (select now() - make_interval(secs => :ago) as at) long_ago""")
			.param("id", id)
			.param("state", state)
			.param("records", records)
			.param("ago", ago.toSeconds())
			.update();
		this.database.sql("""
				insert into replay_pass (replay_id, pass, kind, started_at, ended_at, sent_to, answered, failed)
				values (:id, 1, 'RUN', now(), now(), :records, :records, :records)""")
			.param("id", id)
			.param("records", records)
			.update();
		items(id, records);
		return id;
	}

	private void items(UUID id, int records) {
		this.database.sql("""
				insert into replay_item (replay_id, item, topic, topic_partition, topic_offset, own_headers, own_value)
				select :id, n, 'chat.gallery', 0, n, '{}', 'a picture of us' from generate_series(1, :records) n""")
			.param("id", id)
			.param("records", records)
			.update();
		this.database
			.sql("""
					insert into replay_outcome (replay_id, pass, item, attempt, result, at, cause, message, fingerprint)
					select :id, 1, n, 1, 'FAILED', now(), 'bug', 'no such picture of us', 'f' from generate_series(1, :records) n""")
			.param("id", id)
			.param("records", records)
			.update();
	}

	private long rows(UUID id) {
		return this.database.sql("""
				select (select count(*) from replay_item where replay_id = :id)
					+ (select count(*) from replay_outcome where replay_id = :id)""")
			.param("id", id)
			.query(Long.class)
			.single();
	}

}
