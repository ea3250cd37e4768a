package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.Reply;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.rate.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may speak when, by the one clock that all instances share. */
class PaceIT extends RepliesUnderTest {

	private static final long SECOND = 1_000_000_000;

	/** So many turns take longer than two seconds. */
	private static final int TWO_SECONDS_LONG = 60;

	/** A burst of one more than ours: on the way, two messages can come closer. */
	private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), 6, 30, 20);

	private static final AtomicLong CHATS = new AtomicLong(30_000);

	@Autowired
	ReplySettings settings;

	@Autowired
	Deliveries deliveries;

	@Autowired
	PlatformTransactionManager transactions;

	private final long chat = CHATS.incrementAndGet();

	@BeforeEach
	void nobodyHasSpoken() {
		overall("paid_until = '-infinity', peace_until = '-infinity'");
	}

	@AfterEach
	void nobodyCounts() {
		TELEGRAM.limits().off();
	}

	@Test
	void aBurstGoesAtOnceAndThenTheChatWaits() {
		Turns slow = new Turns(this.database, perChat(Duration.ofMinutes(1)));
		List<Turns.Turn> turns = IntStream.range(0, 6).mapToObj((i) -> slow.take(this.chat, Urgency.ANSWER)).toList();

		assertThat(turns).extracting(Turns.Turn::taken).containsExactly(true, true, true, true, true, false);
		assertThat(turns.getLast().ofChat()).isTrue();
		assertThat(turns.getLast().missing()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
	}

	@Test
	void aGroupWaitsLonger() {
		List<Turns.Turn> turns = IntStream.range(0, 6)
			.mapToObj((i) -> instance().take(-this.chat, Urgency.ANSWER))
			.toList();

		assertThat(turns).extracting(Turns.Turn::taken).containsExactly(true, true, true, true, true, false);
		assertThat(turns.getLast().missing()).isBetween(Duration.ofMillis(1_001), Duration.ofSeconds(4));
	}

	/**
	 * A turn is noted by the database's clock before anybody else gets the next one, so
	 * what is noted can be too much by one, and Telegram's 30 leave room for two.
	 */
	@Test
	void severalInstancesTogetherKeepTheOverallPace() {
		Queue<Long> taken = new ConcurrentLinkedQueue<>();
		long end = System.nanoTime() + 30 * SECOND;

		List<Thread> instances = IntStream.range(0, 4)
			.mapToObj((i) -> Thread.startVirtualThread(() -> takeUntil(end, taken)))
			.toList();
		instances.forEach(PaceIT::join);

		assertThat(taken).hasSizeGreaterThanOrEqualTo(TWO_SECONDS_LONG);
		assertThat(mostInASecond(List.copyOf(taken))).isLessThanOrEqualTo(Limits.TELEGRAMS.overallPerSecond());
	}

	private void takeUntil(long end, Queue<Long> taken) {
		Turns mine = instance();
		while (taken.size() < TWO_SECONDS_LONG && System.nanoTime() < end) {
			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				if (mine.take(CHATS.incrementAndGet(), Urgency.NOTICE).taken()) {
					taken.add(databaseNanos());
				}
			});
		}
	}

	private long databaseNanos() {
		return this.database.sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
			.query(Long.class)
			.single() * 1_000;
	}

	@Test
	void anAnswerBooksATurnWhereANoticeFindsNone() {
		overall("paid_until = now() + interval '900 ms'");

		assertThat(instance().take(this.chat, Urgency.NOTICE).taken()).isFalse();
		Turns.Turn answer = instance().take(this.chat, Urgency.ANSWER);

		assertThat(answer.taken()).isTrue();
		assertThat(answer.missing()).isBetween(Duration.ofNanos(1), Duration.ofMillis(900));
	}

	@Test
	void aBroadcastFindsNoTurnWhenSomebodyHasJustSpoken() {
		Turns turns = instance();
		assertThat(turns.take(this.chat, Urgency.BROADCAST).taken()).isTrue();

		awaiting().untilAsserted(() -> { // again when more than this moment went by
			overall("paid_until = clock_timestamp() + interval '30 ms'");
			Turns.Turn broadcast = turns.take(CHATS.incrementAndGet(), Urgency.BROADCAST);
			Turns.Turn notice = turns.take(CHATS.incrementAndGet(), Urgency.NOTICE);

			assertThat(broadcast.taken()).isFalse();
			assertThat(notice.taken()).isTrue();
		});
	}

	@Test
	void severalChatsRefusedAtOnceAreTheWholeBot() {
		SimulatedPerson anna = somebodyKnown();
		List<Boolean> everybody = IntStream.range(0, 3)
			.mapToObj((i) -> instance().refuse(CHATS.incrementAndGet(), Duration.ofSeconds(2 + i)))
			.toList();
		long begin = System.nanoTime();

		say(anna, show(anna, "a", null, card("After the peace")));

		awaitMessage(anna, "After the peace");
		assertThat(everybody).containsExactly(false, false, true);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
	}

	@Test
	void quietChatsAreForgottenAndOthersAreNot() {
		Turns turns = instance();
		long quiet = CHATS.incrementAndGet();
		turns.take(quiet, Urgency.ANSWER);
		turns.take(this.chat, Urgency.ANSWER);
		this.database.sql("update pace set paid_until = now() - interval '1 s' where chat_id = ?")
			.param(quiet)
			.update();

		turns.forgetQuietChats();

		assertThat(known()).contains(0L, this.chat).doesNotContain(quiet);
	}

	@Test
	void aChatThatIsBeingForgottenIsCounted() {
		Turns turns = instance();
		turns.take(this.chat, Urgency.ANSWER);

		Thread taking = new TransactionTemplate(this.transactions).execute((status) -> {
			this.database.sql("select 1 from pace where chat_id = ? for update").param(this.chat).query().listOfRows();
			Thread other = Thread.startVirtualThread(() -> turns.take(this.chat, Urgency.ANSWER));
			awaiting().until(this::somebodyWaitsForALock);
			this.database.sql("delete from pace where chat_id = ?").param(this.chat).update();
			return other;
		});
		join(taking);

		assertThat(known()).contains(this.chat);
	}

	private boolean somebodyWaitsForALock() {
		return this.database.sql("""
				select exists (select 1 from pg_stat_activity
				               where wait_event_type = 'Lock' and query like '%take_turn%')""")
			.query(Boolean.class)
			.single();
	}

	/**
	 * Turns are some 40 ms apart, and so near to each other a busy machine may turn two
	 * messages round: it is asked who goes first on the whole.
	 */
	@Test
	void whenTurnsAreShortAnswersGoFirstAndBroadcastsLast() {
		List<SimulatedPerson> people = IntStream.range(0, 17).mapToObj((i) -> somebodyKnown()).toList();
		SimulatedPerson both = people.getLast();
		long last = TELEGRAM.journal().calls().getLast().number();

		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> { // all
																						// at
																						// once
			people.subList(0, 3).forEach((person) -> tell(person, "A broadcast", Urgency.BROADCAST));
			people.subList(3, 6).forEach((person) -> tell(person, "A notice", Urgency.NOTICE));
			people.subList(6, 16).forEach((person) -> tell(person, "An answer", Urgency.ANSWER));
			tell(both, "Before an answer", Urgency.NOTICE);
			tell(both, "Behind it", Urgency.ANSWER);
			overall("paid_until = clock_timestamp() + interval '4 s'");
		});

		people.subList(0, 3).forEach((person) -> awaitMessage(person, "A broadcast"));
		awaitMessage(both, "Behind it");
		List<String> said = said(last);
		assertThat(said.subList(0, 5)).allMatch((words) -> words.contains("answer"));
		assertThat(place(said, "An answer")).isLessThan(place(said, "A notice"));
		assertThat(place(said, "A notice")).isLessThan(place(said, "A broadcast"));
		assertThat(place(said, "Before an answer")).isLessThan(place(said, "A notice"));
	}

	/** Where they stand on the average. */
	private static double place(List<String> said, String words) {
		return IntStream.range(0, said.size())
			.filter((i) -> said.get(i).equals(words))
			.average()
			.orElseThrow(() -> new AssertionError("not said: " + words));
	}

	@Test
	void whatIsSaidToManyAtOnceIsNeverTooMuchForTelegram() {
		List<SimulatedPerson> people = IntStream.range(0, 24).mapToObj((i) -> somebodyKnown()).toList();
		long refused = TELEGRAM.limits().refused();
		TELEGRAM.limits().set(LIMITS);

		IntStream.range(0, 4)
			.forEach((i) -> people.forEach((person) -> say(person, show(person, "n" + i, null, card("Number " + i)))));

		people.forEach((person) -> awaitMessage(person, "Number 3"));
		assertThat(TELEGRAM.limits().refused()).isEqualTo(refused);
	}

	@Test
	void progressThatHadToWaitForATurnIsShownOnlyAsTheNewest() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "run", null, card("0 %")));
		awaitMessage(anna, "0 %");
		overall("paid_until = now() + interval '1500 ms'");

		IntStream.rangeClosed(1, 9)
			.forEach((i) -> say(anna, new Reply.UpdateCard(anna.id(), "run", card(i + "0 %"), true)));

		awaitMessage(anna, "90 %");
		assertThat(calls(anna, "editMessageText")).hasSize(1);
	}

	@Test
	void anEditThatAnswersAPressWaitsForNoTurn() {
		SimulatedPerson anna = somebodyKnown();
		long last = TELEGRAM.journal().calls().getLast().number();
		overall("paid_until = now() + interval '1 minute'");

		anna.presses(awaitMessage(anna, "Main menu"), "❓ Help");

		awaitMessage(anna, "How it works");
		awaiting().untilAsserted(() -> assertThat(TELEGRAM.journal().after(last)).extracting(ApiCall::method)
			.contains("editMessageText", "answerCallbackQuery"));
		assertThat(TELEGRAM.journal().after(last)).extracting(ApiCall::method).doesNotContain("sendMessage");
	}

	private static List<String> said(long after) {
		return TELEGRAM.journal()
			.after(after)
			.stream()
			.filter((call) -> call.method().equals("sendMessage"))
			.map((call) -> call.parameters().path("text").asString())
			.toList();
	}

	private void tell(SimulatedPerson person, String words, Urgency urgency) {
		this.deliveries.add(UUID.randomUUID().toString(), person.id(), show(person, words, null, card(words)), "pace",
				urgency);
	}

	private ReplySettings perChat(Duration step) {
		ReplySettings usual = this.settings;
		return new ReplySettings(usual.answerPressesAfter(), usual.burst(), step, usual.groupPerMinute(),
				usual.overall(), usual.answerWithin(), usual.chatsAtOnce(), usual.claim(), usual.longestPause(),
				usual.giveUpAfter());
	}

	private Turns instance() {
		return new Turns(this.database, this.settings);
	}

	private void overall(String change) {
		this.database.sql("update pace set " + change + " where chat_id = 0").update();
	}

	private List<Long> known() {
		return this.database.sql("select chat_id from pace").query(Long.class).list();
	}

	private static long mostInASecond(List<Long> nanos) {
		return nanos.stream()
			.mapToLong((from) -> nanos.stream().filter((at) -> at >= from && at < from + SECOND).count())
			.max()
			.orElseThrow();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
