package studio.avatar.console.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

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

/** Replays from plan to audit, on the real broker and the real database. */
class ReplayIT extends ConsoleUnderTest {

	private static final String CONSUMER = "gallery/generation.events";

	private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

	private static ServiceStandIn gallery;

	@Autowired
	private Replays replays;

	@Autowired
	private ReplayViews views;

	@Autowired
	private ReplayEngine engine;

	@Autowired
	private OutcomeList outcomes;

	@Autowired
	private Archived archived;

	@Autowired
	private TransactionTemplate transaction;

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
	}

	@Test
	void whatComesIntoTheArchiveLaterIsNoPartOfAFrozenPlan() {
		String chat = archived(3);
		Replay plan = plan(chat);
		archived(chat, 5);
		preview(plan);
		assertThat(gallery.heard(plan.id())).hasSize(3);
		assertThat(this.replays.estimate(wish(chat, false)).count()).isEqualTo(8);
	}

	@Test
	void anEmptyPlanIsRefusedInWords() {
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> plan("no chat is called so"))
			.withMessageContaining("nothing to replay");
	}

	@Test
	void aPreviewSumsUpWhatWouldHappen() {
		String chat = archived(6);
		gallery.handles(byItem((item) -> switch (item) {
			case 1, 2 -> Answer.with(new ReplayEffects(List.of(new ReplayEffects.EventCount("reply.show-card", 2)), 30,
					0, List.of(42L), List.of()));
			case 3 -> Answer.with(new ReplayEffects(List.of(new ReplayEffects.EventCount("reply.show-card", 1)), 0, 5,
					List.of(43L), List.of(new ReplayEffects.PaidCall("generation", 1))));
			case 4, 5 -> Answer.failing("<b>no such style</b>");
			default -> Answer.QUIET;
		}));
		PassSums sums = sumsOfPreview(preview(plan(chat)));
		assertThat(sums.results()).isEqualTo(Map.of(ItemResult.WOULD_BE_HANDLED, 4L, ItemResult.WOULD_FAIL, 2L));
		assertThat(sums.events()).containsExactly(new PassSums.EventSum("reply.show-card", 5, 3));
		assertThat(sums.creditsHeld()).isEqualTo(60);
		assertThat(sums.creditsMoved()).isEqualTo(5);
		assertThat(sums.paidCalls()).containsExactly(new PassSums.PaidSum("generation", 1, 1));
		assertThat(sums.someChats()).containsExactly(42L, 43L);
		assertThat(sums.failures()).singleElement()
			.matches((failure) -> failure.records() == 2 && failure.message().contains("no such style"));
	}

	@Test
	void whatAnEndedWalkCameToIsSummedUpOnce() {
		Replay previewed = preview(plan(archived(2)));
		PassSums first = sumsOfPreview(previewed);
		this.database.sql("delete from replay_outcome where replay_id = ?").param(previewed.id()).update();
		assertThat(sumsOfPreview(previewed)).isEqualTo(first)
			.extracting(PassSums::results)
			.isEqualTo(Map.of(ItemResult.WOULD_BE_HANDLED, 2L));
	}

	@Test
	void aPreviewHasNoEffectAndARunHasOne() {
		String chat = archived(4);
		Replay previewed = preview(plan(chat));
		assertThat(effects(previewed)).isEmpty();
		run(previewed);
		awaitState(previewed.id(), "COMPLETED");
		assertThat(effects(previewed)).hasSize(4).allMatch((times) -> times == 1);
		assertThat(outcomesOfRun(previewed.id())).containsOnly(ItemResult.HANDLED);
	}

	/**
	 * Asked for are 2,000 a second on two cores at rest; a busy machine may be slower.
	 */
	@Test
	void aPreviewOfTenThousandRecordsIsAMatterOfSeconds() {
		Replay plan = plan(archived(10_000));
		Pass pass = passOf(preview(plan));
		double seconds = Duration.between(pass.startedAt(), pass.endedAt()).toMillis() / 1000.0;
		System.out.printf("Previewed 10,000 records in %.1f s: %.0f a second%n", seconds, 10_000 / seconds);
		assertThat(pass.answered()).isEqualTo(10_000);
		assertThat(seconds).isLessThan(20);
	}

	private Pass passOf(Replay replay) {
		return this.views.newest(replay.id(), Pass.Kind.PREVIEW).orElseThrow();
	}

	@Test
	void recordsGoOutAsTheyWereWithWhereTheyCameFrom() {
		String chat = archived(1);
		Replay plan = preview(plan(chat));
		ConsumerRecord<byte[], byte[]> sent = gallery.heard(plan.id()).getFirst();
		assertThat(new String(sent.key())).isEqualTo(chat);
		assertThat(new String(sent.value())).contains("\"chat\"");
		assertThat(Wire.header(sent, Headers.REPLAY_OF)).startsWith("generation.events-0@");
		assertThat(Wire.header(sent, Headers.REPLAY_ATTEMPT)).isEqualTo("1");
		assertThat(Wire.header(sent, Headers.REPLAY_CONSUMER)).isEqualTo(CONSUMER);
		assertThat(Wire.header(sent, "x-of-others")).isNull();
	}

	@Test
	void aRunNeedsAReasonAndAPreview() {
		Replay plan = plan(archived(1));
		assertThatExceptionOfType(ReplayRefused.class)
			.isThrownBy(() -> this.replays.run(plan.id(), new RunWish("why", null, null), "anna"))
			.withMessageContaining("a run follows a preview");
		preview(plan);
		assertThatExceptionOfType(ReplayRefused.class)
			.isThrownBy(() -> this.replays.run(plan.id(), new RunWish(" ", null, null), "anna"))
			.withMessageContaining("A reason is needed");
	}

	@Test
	void anOldPreviewIsNoGroundToRunOn() {
		Replay previewed = preview(plan(archived(1)));
		this.database.sql("update replay_pass set ended_at = ended_at - interval '61 minutes' where replay_id = ?")
			.param(previewed.id())
			.update();
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> run(previewed))
			.withMessageContaining("older than 60 minutes");
	}

	@Test
	void whoeverAsksForMoneyToMoveCannotApproveIt() {
		gallery.handles((record) -> Answer.with(new ReplayEffects(List.of(), 10, 0, List.of(), List.of())));
		Replay asked = run(preview(plan(archived(2))));
		assertThat(asked.state().word()).isEqualTo("AWAITING_APPROVAL");
		assertThat(asked.approvalWhy()).isEqualTo("it would hold 20 credits");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> this.replays.approve(asked.id(), "Anna"))
			.withMessageContaining("somebody else has to look");
		this.replays.approve(asked.id(), "boris");
		awaitState(asked.id(), "COMPLETED");
		assertThat(noted(asked.id())).containsSubsequence("replay planned", "replay preview started",
				"replay approval asked for", "replay approved", "replay completed");
	}

	@Test
	void aRejectedRunNeverBegins() {
		gallery.handles((record) -> Answer.with(new ReplayEffects(List.of(), 10, 0, List.of(), List.of())));
		Replay asked = run(preview(plan(archived(1))));
		this.replays.reject(asked.id(), "boris", "not today");
		assertThat(find(asked.id()).state().word()).isEqualTo("CANCELLED");
		assertThat(find(asked.id()).words()).isEqualTo("Rejected by boris: not today");
		assertThat(this.views.of(asked.id()).run()).isNull();
	}

	@Test
	void theSameRecordsAreNotReplayedTwiceAtOnceUnlessForced() {
		String chat = archived(50);
		Replay first = preview(plan(chat));
		Replay second = preview(plan(chat));
		this.replays.run(first.id(), new RunWish("why", 1, null), "anna");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> plan(chat))
			.withMessageContaining("under way to the same consumer");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> run(second));
		assertThat(run(preview(this.replays.plan(wish(chat, true), "anna"))).state().word())
			.isEqualTo("AWAITING_APPROVAL");
		this.replays.cancel(first.id(), "anna");
	}

	@Test
	void aDoubleClickStartsOneRun() {
		Replay previewed = preview(plan(archived(30)));
		List<String> refused = new CopyOnWriteArrayList<>();
		List<Thread> clicks = IntStream.range(0, 6).mapToObj((click) -> Thread.ofVirtual().start(() -> {
			try {
				run(previewed);
			}
			catch (ReplayRefused ex) {
				refused.add(ex.getMessage());
			}
		})).toList();
		await().until(() -> clicks.stream().noneMatch(Thread::isAlive));
		awaitState(previewed.id(), "COMPLETED");
		assertThat(refused).hasSize(5);
		assertThat(effects(previewed)).hasSize(30).allMatch((times) -> times == 1);
	}

	@Test
	void aRunKeepsItsRateAndCanBePausedResumedAndHurried() {
		Replay previewed = preview(plan(archived(400)));
		this.replays.run(previewed.id(), new RunWish("why", 20, null), "anna");
		await().until(() -> this.views.of(previewed.id()).run().answered() > 5);
		this.replays.pause(previewed.id(), "anna");
		await().until(() -> driven() == 0);
		long sent = this.views.of(previewed.id()).run().sent();
		assertThat(sent).isLessThan(200);
		this.replays.rate(previewed.id(), 2_000, "anna");
		assertThat(this.views.of(previewed.id()).run().sent()).isEqualTo(sent);
		this.replays.resume(previewed.id(), "anna");
		awaitState(previewed.id(), "COMPLETED");
		assertThat(effects(previewed)).hasSize(400).allMatch((times) -> times == 1);
	}

	@Test
	void aCancelledRunSendsNothingMoreAndKeepsWhatComesLate() {
		Replay previewed = preview(plan(archived(300)));
		gallery.handles((record) -> null);
		this.replays.run(previewed.id(), new RunWish("why", 100, null), "anna");
		await().until(() -> this.views.of(previewed.id()).run().sent() > 3);
		this.replays.cancel(previewed.id(), "anna");
		await().until(() -> driven() == 0);
		long sent = this.views.of(previewed.id()).run().sent();
		assertThat(sent).isLessThan(300);
		gallery.report(previewed.id().toString(),
				List.of(new ReplayOutcome(1, 1, ReplayOutcome.Result.HANDLED, ReplayEffects.NONE, null)));
		await().until(() -> outcomesOfRun(previewed.id()).contains(ItemResult.HANDLED));
		assertThat(find(previewed.id()).state().word()).isEqualTo("CANCELLED");
		assertThat(this.views.of(previewed.id()).run().sent()).isEqualTo(sent);
	}

	@Test
	void aRunThatFailsTooOftenStops() {
		Replay previewed = preview(plan(archived(500)));
		gallery.handles(byItem((item) -> (item % 4 == 0) ? Answer.failing("bug") : Answer.QUIET));
		this.replays.run(previewed.id(), new RunWish("why", 200, null), "anna");
		awaitState(previewed.id(), "STOPPED");
		assertThat(find(previewed.id()).words()).contains("outcomes were failures");
		assertThat(this.views.of(previewed.id()).run().sent()).isLessThan(500);
	}

	@Test
	void whatIsSilentIsSentOnceMoreAndThenGivenUp() {
		Replay previewed = preview(plan(archived(3)));
		gallery.handles(byItem((item) -> (item == 2) ? null : Answer.QUIET));
		run(previewed);
		awaitState(previewed.id(), "COMPLETED");
		assertThat(outcomesOfRun(previewed.id())).containsExactly(ItemResult.HANDLED, ItemResult.UNANSWERED,
				ItemResult.HANDLED);
		assertThat(this.views.of(previewed.id()).run().sums().results())
			.isEqualTo(Map.of(ItemResult.HANDLED, 2L, ItemResult.UNANSWERED, 1L));
		assertThat(gallery.heard(previewed.id()).stream().map((record) -> Wire.header(record, Headers.REPLAY_ATTEMPT)))
			.filteredOn("2"::equals)
			.hasSize(1);
		gallery.report(previewed.id().toString(),
				List.of(new ReplayOutcome(2, 2, ReplayOutcome.Result.HANDLED, ReplayEffects.NONE, null)));
		await().until(() -> outcomesOfRun(previewed.id())
			.equals(List.of(ItemResult.HANDLED, ItemResult.HANDLED, ItemResult.HANDLED)));
		assertThat(this.views.of(previewed.id()).run().failed()).isZero();
		assertThat(this.views.of(previewed.id()).run().sums().results()).isEqualTo(Map.of(ItemResult.HANDLED, 3L));
	}

	@Test
	void theFirstOutcomeOfARecordWins() {
		Replay previewed = preview(plan(archived(1)));
		run(previewed);
		awaitState(previewed.id(), "COMPLETED");
		ReplayOutcome again = new ReplayOutcome(1, 2, ReplayOutcome.Result.DROPPED, ReplayEffects.NONE, null);
		gallery.report(previewed.id().toString(), List.of(again, again));
		Replay other = preview(plan(archived(1)));
		assertThat(other.state().word()).isEqualTo("PREVIEWED");
		assertThat(outcomesOfRun(previewed.id())).containsExactly(ItemResult.HANDLED);
	}

	@Test
	void aRunGoesOnWithoutGapOrSecondEffectHoweverOftenItsDriverDies() {
		Replay previewed = preview(plan(archived(3_000)));
		this.replays.run(previewed.id(), new RunWish("why", 600, null), "anna");
		this.replays.approve(previewed.id(), "boris");
		for (int death = 1; death <= 4; death++) {
			long before = this.views.of(previewed.id()).run().sent();
			await().until(() -> this.views.of(previewed.id()).run().sent() > before
					|| !find(previewed.id()).state().isOpen());
			this.engine.halt();
			this.engine.start();
		}
		awaitState(previewed.id(), "COMPLETED");
		assertThat(effects(previewed)).hasSize(3_000).allMatch((times) -> times == 1);
		assertThat(outcomesOfRun(previewed.id())).hasSize(3_000).containsOnly(ItemResult.HANDLED);
	}

	@Test
	void aRunLetsLiveConsumersGoFirst() throws Exception {
		Replay previewed = preview(plan(archived(200)));
		try (LiveGroup live = new LiveGroup("gallery/chat.gallery", "chat.gallery")) {
			live.isBehind(250);
			run(previewed);
			await().untilAsserted(() -> assertThat(this.views.of(previewed.id()).doing())
				.isEqualTo("Waiting: live consumers are far behind, and they go first"));
			assertThat(this.views.of(previewed.id()).run().sent()).isZero();
			live.isBehind(0);
			awaitState(previewed.id(), "COMPLETED");
		}
	}

	@Test
	void fewRetriedRecordsBeginAtOnceAndTellEachOutcome(@Autowired Told told) {
		List<RecordToReplay> records = List.of(parked("first"), parked("second"));
		UUID id = this.transaction.execute((status) -> this.replays.retry(CONSUMER, records, "anna", "mended"));
		awaitState(id, "COMPLETED");
		assertThat(told.settled(id)).extracting(ReplayItemSettled::result)
			.containsExactly(ItemResult.HANDLED, ItemResult.HANDLED);
		assertThat(told.settled(id)).extracting(ReplayItemSettled::place)
			.containsExactly(records.get(0).place(), records.get(1).place());
		assertThat(told.ended(id)).containsExactly("COMPLETED");
		assertThat(gallery.heard(id)).extracting((record) -> new String(record.value()))
			.containsExactly("first", "second");
	}

	@Test
	void manyRetriedRecordsArePreviewedAndThenGoOnByThemselves() {
		List<RecordToReplay> records = IntStream.range(0, 30).mapToObj((n) -> parked("r" + n)).toList();
		UUID id = this.replays.retry(CONSUMER, records, "anna", "mended");
		awaitState(id, "COMPLETED");
		assertThat(this.views.of(id).preview().answered()).isEqualTo(30);
		assertThat(outcomesOfRun(id)).hasSize(30).containsOnly(ItemResult.HANDLED);
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

	private long driven() {
		return this.database.sql("select count(*) from replay where runner is not null").query(Long.class).single();
	}

	private PassSums sumsOfPreview(Replay replay) {
		return this.views.of(replay.id()).preview().sums();
	}

	/** How often each of its events had its effect. */
	private static List<Long> effects(Replay replay) {
		return gallery.heard(replay.id())
			.stream()
			.map((record) -> Wire.header(record, Headers.ID))
			.distinct()
			.filter(gallery.handled()::containsKey)
			.map((event) -> gallery.handled().get(event).get())
			.toList();
	}

	private List<ItemResult> outcomesOfRun(UUID id) {
		int run = this.views.newest(id, Pass.Kind.RUN).orElseThrow().number();
		return this.outcomes.page(id, run, null, 0, 10_000)
			.stream()
			.map(OutcomeList.ItemOutcome::result)
			.filter(Objects::nonNull)
			.toList();
	}

	private List<String> noted(UUID id) {
		return this.database.sql("select what from audit_entry where about = ? order by id")
			.param(id.toString())
			.query(String.class)
			.list();
	}

	private static Function<ConsumerRecord<byte[], byte[]>, Answer> byItem(IntFunction<Answer> answer) {
		return (record) -> answer.apply(Integer.parseInt(String.valueOf(Wire.header(record, Headers.REPLAY_ITEM))));
	}

}
