package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.GenerationEvent.GenerationCancelled;
import studio.avatar.common.contract.Reply.RemoveCard;
import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayEffects.EventCount;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ReplayOutcome.Result;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.contract.TrainingEvent.TrainingCancelled;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.testkit.Replays;
import studio.avatar.common.testkit.Tables;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Replays to a service that notes what it hears and answers it. */
class ReplayIT {

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

	private static Probe probe;

	private final long chat = Probe.freshChat();

	private final String event = UUID.randomUUID().toString();

	@BeforeAll
	static void start() {
		probe = Probe.start("replay", new Noting());
		database().sql("create table note (event_id text unique deferrable initially deferred, noted int not null)")
			.update();
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@Test
	void aPreviewTellsWhatWouldComeOfItAndTakesAllOfItBack() {
		Map<String, String> before = Tables.still(database());

		ReplayOutcome outcome = preview().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_HANDLED);
		assertThat(outcome.effects()).isEqualTo(new ReplayEffects(List.of(new EventCount("reply.remove-card", 1)), 0, 0,
				List.of(this.chat), List.of()));
		assertThat(Tables.of(database())).isEqualTo(before);
		assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat)).isEmpty();
	}

	@Test
	void whatTheInboxHasWouldBeDroppedWithoutAnybodyHandlingIt() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "one"), this.event, "update");
		await().until(() -> noted(this.event) == 1);

		ReplayOutcome outcome = preview().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);

		assertThat(outcome.result()).isEqualTo(Result.WOULD_BE_DROPPED);
		assertThat(attempts.get(this.event)).hasValue(1);
	}

	@Test
	void whatIsMissingIsHandledOnceHoweverOftenItIsReplayed() {
		Replays first = run();
		ReplayOutcome handled = first.outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);
		ReplayOutcome dropped = run().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);

		assertThat(handled.result()).isEqualTo(Result.HANDLED);
		assertThat(handled.effects().chats()).containsExactly(this.chat);
		assertThat(dropped.result()).isEqualTo(Result.DROPPED);
		assertThat(noted(this.event)).isOne();
		await().until(() -> !wire.heard(Topic.CHAT_REPLIES, this.chat).isEmpty());
		assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat)).singleElement().satisfies((reply) -> {
			assertThat(reply.replayId()).isEqualTo(first.id());
			assertThat(reply.correlationId()).isEqualTo("correlation of " + this.event);
			assertThat(reply.causationId()).isEqualTo(this.event);
		});
	}

	@Test
	void aReplayBeginsATraceOfItsOwn() {
		String old = "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01";

		run().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event, Map.of(Headers.TRACEPARENT, old));

		await().until(() -> !wire.heard(Topic.CHAT_REPLIES, this.chat).isEmpty());
		assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat).getFirst().trace().traceId())
			.isNotEqualTo("0123456789abcdef0123456789abcdef");
	}

	@Test
	void whatFailsIsToldAndNeitherTriedAgainNorParked() {
		ReplayOutcome failed = run().outcomeOf(this.chat, Probe.command(this.chat, "fail"), this.event);
		ReplayOutcome next = run().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event + "-next");

		assertThat(failed.result()).isEqualTo(Result.FAILED);
		assertThat(failed.failure()).isNotNull().satisfies((failure) -> {
			assertThat(failure.cause()).isEqualTo(IllegalStateException.class.getName());
			assertThat(failure.message()).isEqualTo("not today");
		});
		assertThat(next.result()).isEqualTo(Result.HANDLED);
		assertThat(attempts.get(this.event)).hasValue(1);
		assertThat(noted(this.event)).isZero();
		assertThat(parkedOf(this.chat)).isZero();
	}

	@Test
	void whatWasKeptAndNotToldBeforeACrashIsToldFirst() {
		Replays run = run();
		database().sql("insert into untold_outcome (replay_id, outcome) values (?, ?)")
			.params(run.id(),
					JsonMapper.shared()
						.writeValueAsString(new ReplayOutcome(7, 1, Result.HANDLED, ReplayEffects.NONE, null)))
			.update();

		run.outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);

		assertThat(run.outcomes()).extracting(ReplayOutcome::item).containsExactly(7L, 1L);
		assertThat(database().sql("select count(*) from untold_outcome").query(Long.class).single()).isZero();
	}

	@Test
	void whatManyRecordsChangedIsToldInFewReports() {
		Replays run = run();
		for (int i = 0; i < 300; i++) {
			run.send(this.chat, Probe.command(this.chat, "one"), this.event + i, Map.of());
		}

		await().until(() -> run.outcomes().size() == 300);

		assertThat(run.outcomes()).extracting(ReplayOutcome::item).doesNotHaveDuplicates();
		assertThat(run.outcomes()).extracting(ReplayOutcome::result).containsOnly(Result.HANDLED);
		assertThat(run.reports()).isLessThan(100);
	}

	@Test
	void whatWouldFailIsToldBeforehand() {
		ReplayOutcome outcome = preview().outcomeOf(this.chat, Probe.command(this.chat, "fail"), this.event);

		assertThat(outcome.result()).isEqualTo(Result.WOULD_FAIL);
	}

	@Test
	void whatTheDatabaseWouldRefuseOnlyAtTheCommitWouldFail() {
		database().sql("insert into note values (?, 1)").param(this.event).update();

		ReplayOutcome outcome = preview().outcomeOf(this.chat, Probe.command(this.chat, "one"), this.event);

		assertThat(outcome.result()).isEqualTo(Result.WOULD_FAIL);
	}

	@Test
	void aProjectionIsRebuiltAlthoughItsInboxHasAllAndSaysNothing() {
		GenerationCancelled cancelled = new GenerationCancelled(UUID.randomUUID(), this.chat, this.chat);
		wire.publish(Topic.GENERATION_EVENTS, this.chat, cancelled, this.event, "update");
		await().until(() -> wire.heard(Topic.CHAT_REPLIES, this.chat).size() == 1);
		database().sql("delete from note where event_id = ?").param(this.event).update();

		ReplayOutcome outcome = Replays.rebuild(wire, ServiceName.GALLERY, Topic.GENERATION_EVENTS)
			.outcomeOf(this.chat, cancelled, this.event);

		assertThat(outcome.result()).isEqualTo(Result.APPLIED);
		assertThat(outcome.effects()).isEqualTo(ReplayEffects.NONE);
		assertThat(noted(this.event)).isOne();
		assertThat(outboxOf(this.chat)).isZero();
		assertThat(wire.heard(Topic.CHAT_REPLIES, this.chat)).hasSize(1);
	}

	@Test
	void whoRemembersIsRebuiltOnlyFromWhatTheInboxMissesAndAnswersNobody() {
		TrainingCancelled cancelled = new TrainingCancelled(UUID.randomUUID(), UUID.randomUUID(), this.chat, this.chat);
		Replays rebuild = Replays.rebuild(wire, ServiceName.GALLERY, Topic.TRAINING_EVENTS);

		ReplayOutcome missing = rebuild.outcomeOf(this.chat, cancelled, this.event);
		ReplayOutcome known = rebuild.outcomeOf(this.chat, cancelled, this.event);

		assertThat(missing.result()).isEqualTo(Result.APPLIED);
		assertThat(known.result()).isEqualTo(Result.DROPPED);
		assertThat(noted(this.event)).isOne();
		await().during(Duration.ofMillis(500)).until(() -> wire.heard(Topic.CHAT_REPLIES, this.chat).isEmpty());
	}

	@Test
	void whatCannotBeReplayedLikeThisIsRefusedInWords() {
		Object command = Probe.command(this.chat, "one");

		ReplayOutcome rebuilt = Replays.rebuild(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY)
			.outcomeOf(this.chat, command, this.event);
		ReplayOutcome invented = run().mode("upside-down").outcomeOf(this.chat, command, this.event);
		ReplayOutcome nobody = preview().outcomeOf(this.chat, command, this.event,
				Map.of(Headers.REPLAY_CONSUMER, "gallery/weather"));

		assertThat(List.of(rebuilt, invented, nobody)).extracting(ReplayOutcome::result).containsOnly(Result.REFUSED);
		assertThat(List.of(rebuilt, invented, nobody)).extracting((outcome) -> outcome.failure().message())
			.containsExactly("gallery/chat.gallery cannot be replayed as rebuild",
					"gallery/chat.gallery cannot be replayed as upside-down", "nobody here is called gallery/weather");
	}

	@Test
	void whatCannotBeReadFailsAndTheNextOneFlows() {
		Object command = Probe.command(this.chat, "one");

		ReplayOutcome unknown = run().outcomeOf(this.chat, command, this.event, Map.of(Headers.TYPE, "chat.sung"));
		ReplayOutcome timeless = preview().outcomeOf(this.chat, command, this.event, Map.of(Headers.TIME, "tomorrow"));

		assertThat(unknown.result()).isEqualTo(Result.FAILED);
		assertThat(unknown.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).isEqualTo("unknown type chat.sung"));
		assertThat(timeless.result()).isEqualTo(Result.WOULD_FAIL);
	}

	@Test
	void aRecordThatSaysNoItemIsParked() {
		wire.publishRaw("gallery.replay", String.valueOf(this.chat).getBytes(StandardCharsets.UTF_8), null, Map.of());

		await().until(() -> parkedOf(this.chat) == 1);
	}

	@Test
	void ofManyEachHasOneOutcomeAndTheLawHoldsForTheReplayTopicToo() {
		MessageCounters counters = probe.bean(MessageCounters.class);
		Replays preview = preview();
		for (int i = 0; i < 1_000; i++) {
			preview.send(this.chat + i, Probe.command(this.chat + i, (i % 10 == 0) ? "fail" : "one"), this.event + i,
					Map.of());
		}

		await().atMost(Duration.ofSeconds(60)).until(() -> preview.outcomes().size() == 1_000);

		assertThat(preview.outcomes()).extracting(ReplayOutcome::item).doesNotHaveDuplicates();
		assertThat(preview.outcomes()).filteredOn((outcome) -> outcome.result().isTrouble()).hasSize(100);
		String me = "gallery/gallery.replay";
		await().untilAsserted(
				() -> assertThat(counters.get(me, MessageCounters.Outcome.RECEIVED))
					.isEqualTo(counters.get(me, MessageCounters.Outcome.HANDLED)
							+ counters.get(me, MessageCounters.Outcome.PARKED))
					.isGreaterThanOrEqualTo(1_000));
	}

	private static Replays preview() {
		return Replays.preview(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY);
	}

	private static Replays run() {
		return Replays.run(wire, ServiceName.GALLERY, Topic.CHAT_GALLERY);
	}

	private static JdbcClient database() {
		return probe.bean(JdbcClient.class);
	}

	private static int noted(String event) {
		return database().sql("select coalesce(sum(noted), 0) from note where event_id = ?")
			.param(event)
			.query(Integer.class)
			.single();
	}

	private static int outboxOf(long chat) {
		return database().sql("select count(*) from outbox where record_key = ?")
			.param(String.valueOf(chat))
			.query(Integer.class)
			.single();
	}

	private static long parkedOf(long chat) {
		return wire.raw("gallery.parked")
			.stream()
			.filter((record) -> record.key() != null && new String(record.key()).equals("" + chat))
			.count();
	}

	/** Notes each event once, and answers its chat. */
	private static final class Noting implements Probe.Behaviour {

		@Override
		public void on(Envelope<ChatEvent> envelope, Outbox outbox) {
			note(envelope, outbox);
			if (Probe.commandOf(envelope).equals("fail")) {
				throw new IllegalStateException("not today");
			}
		}

		@Override
		public void onTraining(Envelope<TrainingEvent> envelope, Outbox outbox) {
			note(envelope, outbox);
		}

		@Override
		public void onGeneration(Envelope<GenerationEvent> envelope, Outbox outbox) {
			database().sql("delete from note where event_id = ?").param(envelope.id()).update();
			note(envelope, outbox);
		}

		private static void note(Envelope<?> envelope, Outbox outbox) {
			attempts.computeIfAbsent(envelope.id(), (id) -> new AtomicInteger()).incrementAndGet();
			database().sql("insert into note values (?, 1)").param(envelope.id()).update();
			long chat = Long.parseLong(envelope.key());
			outbox.publish(Topic.CHAT_REPLIES, chat, new RemoveCard(chat, "note"), envelope.asCause());
		}

	}

}
