package studio.avatar.common.operating;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.OperatorReport.Count;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.PermanentFailure;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a service tells operators of itself. */
class ReportingIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final Instant began = Instant.now();

	private static final InstanceSeen NOTHING = new InstanceSeen("gallery", "none", began, began, List.of(), 0, null,
			List.of(), List.of(), List.of());

	private static Probe probe;

	@BeforeAll
	static void start() {
		Backing backing = Backing.shared();
		probe = Probe.start(backing.kafkaBrokers(), backing.database("reporting"), (envelope, outbox) -> {
			if (Probe.commandOf(envelope).equals("nonsense")) {
				throw new PermanentFailure("nonsense");
			}
		}, Map.of("studio.report-every", "300ms"), ReportingIT::jobs);
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	private static void jobs(GenericApplicationContext context) {
		context.registerBean(JobsUnderWay.class,
				() -> new JobTable(withTable(context.getBean(JdbcClient.class)), "training", "job",
						new JobSettings(Map.of("held", Duration.ofMinutes(1), "submitted", Duration.ofHours(1)))));
	}

	private static JdbcClient withTable(JdbcClient database) {
		database
			.sql("""
					create table job (id uuid, status text, chat_id bigint, state_since timestamptz, deadline timestamptz)""")
			.update();
		return database;
	}

	@Test
	void everyConsumerIsToldWithWhatBecameOfItsRecords() {
		long chat = Probe.freshChat();
		wire.publish(Topic.CHAT_GALLERY, chat, Probe.command(chat, "one"));
		wire.publish(Topic.CHAT_GALLERY, chat, Probe.command(chat, "nonsense"));

		InstanceSeen seen = awaitSeen((report) -> report.consumers()
			.stream()
			.anyMatch((consumer) -> consumer.consumer().equals(Probe.CONSUMER) && consumer.received() == 2
					&& consumer.handled() == 1 && consumer.parked() == 1 && !consumer.paused()));

		assertThat(seen.consumers()).extracting((consumer) -> consumer.consumer())
			.containsExactly("gallery/chat.gallery", "gallery/training.events", "gallery/generation.events",
					"gallery/operator.commands", "gallery/gallery.replay");
		assertThat(seen.service()).isEqualTo("gallery");
		assertThat(seen.instance()).startsWith("gallery-");
		assertThat(seen.startedAt()).isBetween(began, seen.seenAt());
	}

	@Test
	void whatWaitsInTheOutboxIsToldWithItsAge() {
		Instant old = Instant.parse("2026-01-01T00:00:00Z");
		JdbcClient database = probe.bean(JdbcClient.class);
		database.sql("""
				insert into outbox (shard, topic, record_key, headers, value, created_at)
				values (7, 'no/topic', 'x', '{}', 'x', '2026-01-01T00:00:00Z')""").update();

		InstanceSeen seen = awaitSeen((report) -> report.outboxSize() > 0 && old.equals(report.outboxOldest()));

		assertThat(seen.outboxSize()).isPositive();
		database.sql("delete from outbox where topic = 'no/topic'").update();
	}

	@Test
	void jobsAreCountedByStateAndThoseThatStandStillAreNamedLongestFirst() {
		UUID longest = job("SUBMITTED", "2 hours");
		UUID stuck = job("HELD", "61 seconds");
		job("HELD", "59 seconds");
		job("COMPLETED", "9 hours");

		InstanceSeen seen = awaitSeen((report) -> report.stuck().size() == 2 && report.jobs().size() == 2);

		assertThat(seen.jobs()).containsExactly(new JobCount("training", "HELD", 2),
				new JobCount("training", "SUBMITTED", 1));
		assertThat(seen.stuck()).extracting((job) -> job.id()).containsExactly(longest.toString(), stuck.toString());
	}

	@Test
	void callsInVainAreToldByWhomTheyWereToAndWhy() {
		CallsInVain calls = new CallsInVain(probe.bean(MeterRegistry.class), "telegram");
		calls.count("429");
		calls.count("429");
		calls.count("5xx");

		InstanceSeen seen = awaitSeen((report) -> report.counts().size() == 2);

		assertThat(seen.counts()).containsExactly(new Count("telegram.429", 2), new Count("telegram.5xx", 1));
	}

	private static UUID job(String state, String since) {
		UUID id = UUID.randomUUID();
		probe.bean(JdbcClient.class)
			.sql("insert into job values (?, ?, 1, now() - cast(? as interval), null)")
			.params(id, state, since)
			.update();
		return id;
	}

	private static InstanceSeen awaitSeen(Predicate<InstanceSeen> as) {
		return await().atMost(Duration.ofSeconds(20)).until(ReportingIT::last, as);
	}

	private static InstanceSeen last() {
		List<InstanceSeen> seen = wire.heard(Topic.OPERATOR_REPORTS)
			.stream()
			.map(Envelope::event)
			.filter(InstanceSeen.class::isInstance)
			.map(InstanceSeen.class::cast)
			.filter((report) -> report.seenAt().isAfter(began) && report.service().equals("gallery"))
			.toList();
		return seen.isEmpty() ? NOTHING : seen.getLast();
	}

}
