package studio.avatar.common.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.probe.Probe;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ScheduleIT {

	private static final List<String> done = new CopyOnWriteArrayList<>();

	private static final Set<String> held = ConcurrentHashMap.newKeySet();

	private static final OneTimeTask<Void> work = Tasks.oneTime("work").execute((instance, context) -> {
		done.add(instance.getId());
		await().atMost(Duration.ofMinutes(1)).until(() -> !held.contains(instance.getId()));
	});

	private static Probe probe;

	private static PersistentSchedule schedule;

	/** Looks for due work so seldom that what runs at once was told so. */
	@BeforeAll
	static void start() {
		Backing backing = Backing.shared();
		probe = Probe.start(backing.kafkaBrokers(), backing.database("schedule"), (envelope, outbox) -> {
		}, Map.of("studio.scheduling.enabled", "true", "studio.scheduling.poll", "4s", "studio.scheduling.heartbeat",
				"500ms"), (context) -> context.registerBean("work", Task.class, () -> work));
		schedule = probe.bean(PersistentSchedule.class);
	}

	@AfterAll
	static void stop() {
		held.clear();
		probe.close();
	}

	@Test
	void aTaskOfACommittedTransactionRunsAtOnce() {
		for (int i = 0; i < 5; i++) {
			String id = "at once " + i;
			probe.inTransaction((outbox) -> schedule.at(work.instance(id), Instant.now()));
			await().atMost(Duration.ofSeconds(1)).until(() -> done.contains(id));
		}
	}

	@Test
	void aTaskOfATransactionThatWasRolledBackNeverRuns() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> probe.inTransaction((outbox) -> {
			schedule.at(work.instance("undone"), Instant.now());
			throw new IllegalStateException("undo");
		}));

		probe.inTransaction((outbox) -> schedule.at(work.instance("after undone"), Instant.now()));

		await().until(() -> done.contains("after undone"));
		assertThat(done).doesNotContain("undone");
		assertThat(kept("undone")).isZero();
	}

	@Test
	void wantingATaskAgainMovesIt() {
		probe.inTransaction((outbox) -> schedule.at(work.instance("moved"), Instant.now().plusSeconds(600)));

		probe.inTransaction((outbox) -> schedule.at(work.instance("moved"), Instant.now()));

		await().until(() -> done.contains("moved"));
		await().until(() -> kept("moved") == 0);
		assertThat(done).containsOnlyOnce("moved");
	}

	@Test
	void aTaskThatIsBeingDoneIsLeftToItself() {
		held.add("slow");
		probe.inTransaction((outbox) -> schedule.at(work.instance("slow"), Instant.now()));
		await().until(() -> done.contains("slow"));

		probe.inTransaction((outbox) -> {
			schedule.at(work.instance("slow"), Instant.now());
			schedule.cancel("work", "slow");
		});

		held.remove("slow");
		await().until(() -> kept("slow") == 0);
		assertThat(done).containsOnlyOnce("slow");
	}

	@Test
	void aTaskThatIsBeingDoneAndIsWantedNowIsDoneOnceMore() {
		held.add("slow twice");
		probe.inTransaction((outbox) -> schedule.at(work.instance("slow twice"), Instant.now()));
		await().until(() -> done.contains("slow twice"));

		probe.inTransaction((outbox) -> schedule.now(work.instance("slow twice")));

		held.remove("slow twice");
		await().atMost(Duration.ofSeconds(20)).until(() -> Collections.frequency(done, "slow twice") == 2);
		await().until(() -> kept("slow twice") == 0 && kept("work/slow twice") == 0);
	}

	@Test
	void aTaskThatIsWantedWhileItIsBeingDoneOnceMoreIsDoneAgain() {
		held.add("thrice");
		probe.inTransaction((outbox) -> schedule.at(work.instance("thrice"), Instant.now()));
		await().until(() -> done.contains("thrice"));
		whoeverWaitsForItIsStillAtWork("work/thrice");

		probe.inTransaction((outbox) -> schedule.now(work.instance("thrice")));

		held.remove("thrice");
		await().atMost(Duration.ofSeconds(20)).until(() -> Collections.frequency(done, "thrice") == 2);
		await().until(() -> kept("thrice") == 0 && kept("work/thrice") == 1);
	}

	@Test
	void aTaskThatIsWantedNowDoesNotWaitForItsTime() {
		probe.inTransaction((outbox) -> schedule.at(work.instance("early"), Instant.now().plusSeconds(600)));

		probe.inTransaction((outbox) -> schedule.now(work.instance("early")));

		await().until(() -> done.contains("early"));
		await().until(() -> kept("early") == 0);
		assertThat(done).containsOnlyOnce("early");
	}

	@Test
	void aTaskNoLongerWantedDoesNotRun() {
		probe.inTransaction((outbox) -> schedule.at(work.instance("cancelled"), Instant.now().plusSeconds(600)));

		probe.inTransaction((outbox) -> schedule.cancel("work", "cancelled"));

		assertThat(kept("cancelled")).isZero();
	}

	@Test
	void whatADeadInstanceHadBegunIsBegunAgain() {
		probe.bean(JdbcClient.class).sql("""
				insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
					last_heartbeat, version)
				values ('work', 'orphan', now() - interval '1 minute', true, 'dead', now() - interval '30 seconds', 2)
				""").update();

		await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("orphan"));
		await().until(() -> kept("orphan") == 0);
	}

	/** For an hour; long enough to be seen. */
	private static void whoeverWaitsForItIsStillAtWork(String id) {
		probe.bean(JdbcClient.class).sql("""
				insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
					last_heartbeat, version)
				values ('wake-again', ?, now(), true, 'somebody', now() + interval '1 hour', 2)
				""").param(id).update();
	}

	private static long kept(String id) {
		return probe.bean(JdbcClient.class)
			.sql("select count(*) from scheduled_tasks where task_instance = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

}
