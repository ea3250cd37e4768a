package studio.avatar.console.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.common.testkit.Wire;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.replay.ServiceStandIn.Answer;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What a replay does when something goes wrong beside it. */
class ReplayTroubleIT extends ConsoleUnderTest {

	private static final String CONSUMER = "gallery/generation.events";

	private static final AtomicLong OFFSETS = new AtomicLong(5_000_000);

	private static ServiceStandIn gallery;

	@Autowired
	private Replays replays;

	@Autowired
	private ReplayViews views;

	@Autowired
	private OutcomeList outcomes;

	@Autowired
	private Archived archived;

	@BeforeAll
	static void aServiceThatAnswers() {
		gallery = new ServiceStandIn(ServiceName.GALLERY, WIRE, Backing.shared().kafkaBrokers());
	}

	@AfterAll
	static void itEnds() throws InterruptedException {
		gallery.close();
	}

	@BeforeEach
	void itHandlesEverythingQuietly() {
		gallery.handles((record) -> Answer.QUIET);
		gallery.isAway(false);
	}

	@Test
	void whatIsUnderWayIsSeenBehindManyNewerPlans() {
		String chat = archived(3);
		List<Replay> plans = IntStream.range(0, 7).mapToObj((n) -> plan(chat)).toList();
		this.database.sql("update replay set state = 'PAUSED' where id = ?").param(plans.getFirst().id()).update();
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> plan(chat))
			.withMessageContaining(plans.getFirst().id().toString());
		this.replays.cancel(plans.getFirst().id(), "anna");
	}

	@Test
	void anEffectThatCameAfterAFailureCounts() {
		Replay previewed = preview(plan(archived(1)));
		gallery.handles((record) -> Answer.failing("a lock"));
		run(previewed);
		await().until(() -> outcomesOfRun(previewed.id()).contains(ItemResult.FAILED));
		assertThat(this.views.of(previewed.id()).run().failed()).isEqualTo(1);
		gallery.report(previewed.id().toString(),
				List.of(new ReplayOutcome(1, 1, ReplayOutcome.Result.FAILED, ReplayEffects.NONE,
						Answer.failing("a lock, again").failure()),
						new ReplayOutcome(1, 1, ReplayOutcome.Result.HANDLED, ReplayEffects.NONE, null)));
		await().until(() -> outcomesOfRun(previewed.id()).equals(List.of(ItemResult.HANDLED)));
		assertThat(this.views.of(previewed.id()).run().failed()).isZero();
		assertThat(this.views.of(previewed.id()).run().answered()).isEqualTo(1);
	}

	@Test
	void anEventThatStandsTwiceIsSummedUpOnce() {
		gallery
			.handles((record) -> Answer.with(new ReplayEffects(List.of(new ReplayEffects.EventCount("credits.hold", 1)),
					30, 5, List.of(42L), List.of(new ReplayEffects.PaidCall("generation", 1)))));
		String chat = archived(2);
		this.archived.again(chat, 100_000);
		PassSums sums = this.views.of(preview(plan(chat)).id()).preview().sums();
		assertThat(sums.results()).isEqualTo(Map.of(ItemResult.WOULD_BE_HANDLED, 4L));
		assertThat(sums.creditsHeld()).isEqualTo(60);
		assertThat(sums.creditsMoved()).isEqualTo(10);
		assertThat(sums.events()).containsExactly(new PassSums.EventSum("credits.hold", 2, 2));
		assertThat(sums.paidCalls()).containsExactly(new PassSums.PaidSum("generation", 2, 2));
	}

	@Test
	void aRecordTheBrokerRefusesIsRefusedAndTheOthersGoOn() {
		List<RecordToReplay> records = List.of(parked("first"), parked("x".repeat(1_200_000)), parked("third"));
		UUID id = this.replays.retry(CONSUMER, records, "anna", "mended");
		awaitState(id, "COMPLETED");
		assertThat(outcomesOfRun(id)).containsExactly(ItemResult.HANDLED, ItemResult.REFUSED, ItemResult.HANDLED);
	}

	@Test
	void largeRecordsAreReadInPartsThatFitIntoMemory(@Autowired Items items) {
		List<RecordToReplay> records = IntStream.range(0, 20).mapToObj((n) -> parked("x".repeat(800_000))).toList();
		UUID id = this.replays.retry(CONSUMER, records, "anna", "mended");
		assertThat(items.after(id, 0, 500)).hasSize(10);
		assertThat(items.after(id, 15, 500)).hasSize(5);
		awaitState(id, "COMPLETED");
		assertThat(outcomesOfRun(id)).hasSize(20).containsOnly(ItemResult.HANDLED);
	}

	@Test
	void aRunWaitsForAServiceThatIsAwayAndGoesOnByItself() {
		Replay previewed = preview(plan(archived(20)));
		gallery.isAway(true);
		run(previewed);
		await().untilAsserted(() -> assertThat(this.views.of(previewed.id()).doing())
			.startsWith("Waiting: the service does not answer"));
		gallery.isAway(false);
		awaitState(previewed.id(), "COMPLETED");
		assertThat(outcomesOfRun(previewed.id())).hasSize(20).containsOnly(ItemResult.HANDLED);
		assertThat(gallery.heard(previewed.id())).extracting((record) -> Wire.header(record, Headers.REPLAY_ATTEMPT))
			.containsOnly("1");
	}

	@Test
	void onlyWhatHasNoAnswerIsLookedAfter(@Autowired Silence silence) {
		Replay previewed = preview(plan(archived(3)));
		Pass pass = this.views.newest(previewed.id(), Pass.Kind.PREVIEW).orElseThrow();
		OffsetDateTime later = silence.ago(Duration.ofHours(-1));
		silence.leaveOutAnswered(pass, later);
		assertThat(silence.isThere(pass, later)).isFalse();
		this.database.sql("update replay_chunk set chased = false where replay_id = ?").param(previewed.id()).update();
		this.database.sql("delete from replay_outcome where replay_id = ? and item = 2").param(previewed.id()).update();
		silence.leaveOutAnswered(pass, later);
		assertThat(silence.isThere(pass, later)).isTrue();
	}

	@Test
	void whatAServiceNeverComesToIsGivenUpInTheEnd() {
		Replay previewed = preview(plan(archived(2)));
		gallery.isAway(true);
		run(previewed);
		await().until(() -> this.views.of(previewed.id()).run().sent() == 2);
		this.database.sql("update replay_chunk set sent_at = sent_at - interval '13 hours' where replay_id = ?")
			.param(previewed.id())
			.update();
		awaitState(previewed.id(), "COMPLETED");
		assertThat(outcomesOfRun(previewed.id())).containsOnly(ItemResult.UNANSWERED);
	}

	@Test
	void ofTwoEventsAtOnePlaceOfATopicMadeAnewTheFrozenOneIsSent(@Autowired Items items) {
		String chat = archived(2);
		this.database
			.sql("""
					insert into archived_event (day, topic, topic_partition, topic_offset, fingerprint, recorded_at, event_id,
						event_type, source, record_key, headers, value)
					select day, topic, topic_partition, topic_offset, 7, recorded_at, 'of another time', event_type, source,
						'another chat', headers, value
					from archived_event where record_key = ?""")
			.param(chat)
			.update();
		assertThat(items.after(plan(chat).id(), 0, 10)).extracting((item) -> new String(item.key()))
			.containsExactly(chat, chat);
	}

	@Test
	void aRunDoesNotWaitForAConsumerThatIsPaused(@Autowired PausedConsumers paused) throws Exception {
		Replay previewed = preview(plan(archived(20)));
		try (LiveGroup live = new LiveGroup("gallery/chat.gallery", "chat.gallery")) {
			live.isBehind(250);
			paused.on(seen("gallery/chat.gallery", true));
			run(previewed);
			awaitState(previewed.id(), "COMPLETED");
		}
		finally {
			paused.on(seen("gallery/chat.gallery", false));
		}
	}

	private static OperatorReport.InstanceSeen seen(String consumer, boolean paused) {
		Instant now = Instant.now();
		return new OperatorReport.InstanceSeen("gallery", "gallery-of-a-test", now, now,
				List.of(new OperatorReport.ConsumerState(consumer, paused, 0, 0, 0, 0, 0)), 0, null, List.of(),
				List.of(), List.of());
	}

	private String archived(int count) {
		String chat = "chat-" + UUID.randomUUID();
		archived(chat, count);
		return chat;
	}

	private void archived(String chat, int count) {
		this.archived.put("generation.events", chat, OFFSETS.getAndAdd(count), count);
	}

	private static RecordToReplay parked(String value) {
		Place place = new Place("generation.events", 1, OFFSETS.getAndIncrement());
		return new RecordToReplay(place, "42".getBytes(), value.getBytes(),
				Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, "generation.completed"));
	}

	private Replay plan(String chat) {
		return this.replays.plan(wish(chat, false), "anna");
	}

	private static PlanWish wish(String chat, boolean force) {
		return new PlanWish(CONSUMER, null, new Selection(null, null, chat, null, null, null, null, null, null, null),
				"a test", force);
	}

	private Replay preview(Replay plan) {
		this.replays.preview(plan.id(), "anna");
		awaitState(plan.id(), "PREVIEWED");
		return find(plan.id());
	}

	private Replay run(Replay previewed) {
		return this.replays.run(previewed.id(), new RunWish("a test", 2_000, null), "anna");
	}

	private Replay find(UUID id) {
		return this.replays.find(id).orElseThrow();
	}

	private void awaitState(UUID id, String state) {
		await().untilAsserted(() -> assertThat(find(id).state().word()).isEqualTo(state));
	}

	private List<ItemResult> outcomesOfRun(UUID id) {
		int run = this.views.newest(id, Pass.Kind.RUN).orElseThrow().number();
		return this.outcomes.page(id, run, null, 0, 10_000)
			.stream()
			.map(OutcomeList.ItemOutcome::result)
			.filter(Objects::nonNull)
			.toList();
	}

}
