package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
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
		List<Turns.Turn> turns = IntStream.range(0, 6)
			.mapToObj((i) -> instance().take(this.chat, Urgency.ANSWER))
			.toList();

		assertThat(turns).extracting(Turns.Turn::taken).containsExactly(true, true, true, true, true, false);
		assertThat(turns.getLast().ofChat()).isTrue();
		assertThat(turns.getLast().missing()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
	}

	@Test
	void aGroupWaitsLonger() {
		List<Turns.Turn> turns = IntStream.range(0, 6)
			.mapToObj((i) -> instance().take(-this.chat, Urgency.ANSWER))
			.toList();

		assertThat(turns).extracting(Turns.Turn::taken).containsExactly(true, true, true, true, true, false);
		assertThat(turns.getLast().missing()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
	}

	@Test
	void severalInstancesTogetherKeepTheOverallPace() {
		ConcurrentSkipListSet<Long> taken = new ConcurrentSkipListSet<>();
		long end = System.nanoTime() + 3 * SECOND;

		List<Thread> instances = IntStream.range(0, 4)
			.mapToObj((i) -> Thread.startVirtualThread(() -> takeUntil(end, taken)))
			.toList();
		instances.forEach(PaceIT::join);

		assertThat(mostInASecond(List.copyOf(taken))).isBetween(25L, 30L);
		assertThat(taken).hasSizeGreaterThan(70);
	}

	private void takeUntil(long end, ConcurrentSkipListSet<Long> taken) {
		Turns mine = instance();
		while (System.nanoTime() < end) {
			if (mine.take(CHATS.incrementAndGet(), Urgency.NOTICE).taken()) {
				taken.add(System.nanoTime());
			}
		}
	}

	@Test
	void anAnswerBooksATurnWhereANoticeFindsNone() {
		overall("paid_until = now() + interval '600 ms'");

		assertThat(instance().take(this.chat, Urgency.NOTICE).taken()).isFalse();
		Turns.Turn answer = instance().take(this.chat, Urgency.ANSWER);

		assertThat(answer.taken()).isTrue();
		assertThat(answer.missing()).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
	}

	@Test
	void aBroadcastFindsNoTurnWhenSomebodyHasJustSpoken() {
		Turns turns = instance();
		assertThat(turns.take(this.chat, Urgency.BROADCAST).taken()).isTrue();
		overall("paid_until = now() + interval '20 ms'");

		Turns.Turn broadcast = turns.take(this.chat, Urgency.BROADCAST);
		Turns.Turn notice = turns.take(this.chat, Urgency.NOTICE);

		assertThat(broadcast.taken()).isFalse();
		assertThat(notice.taken()).isTrue();
	}

	@Test
	void severalChatsRefusedAtOnceAreTheWholeBot() {
		SimulatedPerson anna = somebodyKnown();
		List<Boolean> everybody = IntStream.range(0, 3)
			.mapToObj((i) -> instance().refuse(CHATS.incrementAndGet(), Duration.ofSeconds(1 + i)))
			.toList();
		long begin = System.nanoTime();

		say(anna, show(anna, "a", null, card("After the peace")));

		awaitMessage(anna, "After the peace");
		assertThat(everybody).containsExactly(false, false, true);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(700));
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
	void whenTurnsAreShortAnswersGoFirstAndBroadcastsLast() {
		List<SimulatedPerson> people = IntStream.range(0, 7).mapToObj((i) -> somebodyKnown()).toList();
		long last = TELEGRAM.journal().calls().getLast().number();
		overall("paid_until = now() + interval '4 s'");

		people.subList(0, 2).forEach(this::broadcasts);
		people.subList(2, 4).forEach((person) -> say(person, show(person, "n", null, card("A notice"))));
		people.subList(4, 6).forEach((person) -> answers(person, "An answer"));
		say(people.get(6), show(people.get(6), "n", null, card("Before an answer")));
		answers(people.get(6), "An answer");

		people.subList(0, 2).forEach((person) -> awaitMessage(person, "A broadcast"));
		List<String> said = said(last);
		assertThat(said.subList(0, 4)).containsExactlyInAnyOrder("Before an answer", "An answer", "An answer",
				"An answer");
		assertThat(said.subList(4, 8)).containsExactly("A notice", "A notice", "A broadcast", "A broadcast");
		assertThat(said.indexOf("Before an answer")).isLessThan(said.lastIndexOf("An answer"));
	}

	@Test
	void whatIsSaidToManyAtOnceIsNeverTooMuchForTelegram() {
		List<SimulatedPerson> people = IntStream.range(0, 24).mapToObj((i) -> somebodyKnown()).toList();
		long refused = TELEGRAM.limits().refused();
		TELEGRAM.limits().set(Limits.TELEGRAMS);

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
		assertThat(TELEGRAM.journal().after(last)).extracting(ApiCall::method)
			.contains("editMessageText", "answerCallbackQuery")
			.doesNotContain("sendMessage");
	}

	private static List<String> said(long after) {
		return TELEGRAM.journal()
			.after(after)
			.stream()
			.filter((call) -> call.method().equals("sendMessage"))
			.map((call) -> call.parameters().path("text").asString())
			.toList();
	}

	private void broadcasts(SimulatedPerson person) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.deliveries.add(UUID.randomUUID().toString(), person.id(),
					show(person, "b", null, card("A broadcast")), "broadcast", Urgency.BROADCAST));
	}

	private void answers(SimulatedPerson person, String words) {
		answer(person, show(person, "a", null, card(words)));
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
