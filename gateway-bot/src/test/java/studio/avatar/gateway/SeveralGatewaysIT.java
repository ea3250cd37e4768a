package studio.avatar.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayProcess;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.support.RoundRobin;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two gateways as processes, side by side on one broker and one database. The one of the
 * other tests rests meanwhile. Longer than most: every case needs the same people, cards
 * and processes.
 */
class SeveralGatewaysIT extends GatewayUnderTest {

	private final List<GatewayProcess> gateways = new ArrayList<>();

	@Autowired
	ConfigurableApplicationContext context;

	@Autowired
	PlatformTransactionManager transactions;

	@AfterEach
	void end() {
		this.gateways.forEach(GatewayProcess::close);
		TELEGRAM.faults().clear();
	}

	@Test
	void theOtherGoesOnWhenTheOneThatPollsIsKilled() {
		start(Map.of());
		start(Map.of());
		this.gateways.forEach(GatewayProcess::awaitReady);
		patiently().until(() -> this.gateways.stream().anyMatch(GatewayProcess::polls));
		patiently().during(Duration.ofSeconds(2))
			.until(() -> this.gateways.stream().filter(GatewayProcess::polls).count() == 1);
		List<SimulatedPerson> people = IntStream.range(0, 8).mapToObj((i) -> somebody()).toList();
		people.forEach((person) -> person.sends("/start"));
		people.forEach((person) -> creates(person, 0, 5));
		people.forEach((person) -> patiently().untilAsserted(() -> assertThat(created(person)).isEqualTo(numbers(5))));
		people.forEach((person) -> awaitMessage(person, "Hi, Anna!"));
		GatewayProcess polling = this.gateways.stream().filter(GatewayProcess::polls).findFirst().orElseThrow();
		GatewayProcess other = this.gateways.stream().filter((one) -> one != polling).findFirst().orElseThrow();

		people.forEach((person) -> creates(person, 5, 10));
		polling.killNine();
		long killed = System.nanoTime();
		people.forEach((person) -> creates(person, 10, 15));

		patiently().atMost(Duration.ofSeconds(12)).until(other::polls);
		System.out.printf("A killed poller was followed after %d ms%n",
				Duration.ofNanos(System.nanoTime() - killed).toMillis());
		people.forEach((person) -> patiently().untilAsserted(() -> assertThat(created(person)).isEqualTo(numbers(15))));
		people.forEach((person) -> assertThat(welcomes(person)).isEqualTo(1));
		people.forEach(SeveralGatewaysIT::isShownInOrder);
	}

	@Test
	void whatADeadInstanceWasBringingAndFetchingIsDoneByAnother() {
		GatewayProcess one = start(Map.of()).awaitReady();
		SimulatedPerson reader = somebodyKnown();
		SimulatedPerson sender = somebodyKnown();
		wire().publish(Topic.CHAT_REPLIES, sender.id(), new Reply.ShowCard(sender.id(), "training.draft.1", null,
				Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
		awaitMessage(sender, "Send photos");
		IntStream.range(0, 3).forEach((i) -> TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(20))));
		IntStream.range(0, 50).forEach((i) -> TELEGRAM.faults().next("sendMessage", Fault.serverError(502)));
		sender.sendsAlbum(List.of(png(1), png(2), png(3)));
		show(reader, 1);
		show(reader, 2);
		patiently().until(() -> claimed(reader) && TELEGRAM.faults().waiting().get("getFile").isEmpty());
		GatewayProcess other = start(Map.of()).awaitReady();

		one.killNine();
		TELEGRAM.faults().clear();

		patiently().until(() -> photos(sender).size() == 1);
		patiently().until(() -> shown(reader).size() == 2);
		assertThat(shown(reader)).containsExactly("card 1", "card 2");
		assertThat(photos(sender).getFirst().photos()).hasSize(3)
			.allSatisfy((photo) -> assertThat(photo.file()).isNotNull());
		assertThat(other.isAlive()).isTrue();
	}

	@Test
	void twoToWhomUpdatesAreBroughtShareThemAndOneMayDie() {
		try (RoundRobin door = new RoundRobin()) {
			Map<String, String> byWebhook = Map.of("TELEGRAM_WEBHOOK_URL", door.url());
			GatewayProcess one = start(byWebhook);
			GatewayProcess other = start(byWebhook);
			this.gateways.forEach(GatewayProcess::awaitReady);
			door.to(one.port(), other.port());
			List<SimulatedPerson> people = IntStream.range(0, 8).mapToObj((i) -> somebody()).toList();
			people.forEach((person) -> person.sends("/start"));
			SimulatedPerson first = people.getFirst();
			people.forEach((person) -> awaitMessage(person, "Hi, Anna!"));
			wire().publish(Topic.CHAT_REPLIES, first.id(), new Reply.ShowCard(first.id(), "training.draft.1", null,
					Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
			awaitMessage(first, "Send photos");
			first.sendsAlbum(IntStream.range(0, 6).mapToObj(GatewayUnderTest::png).toList());
			patiently().until(() -> !photos(first).isEmpty());
			assertThat(this.gateways).allMatch(GatewayProcess::hasTakenWebhooks);
			TELEGRAM.faults().duplicateNextUpdate();

			people.forEach((person) -> creates(person, 0, 10));
			one.killNine();
			people.forEach((person) -> creates(person, 10, 15));

			people.forEach(
					(person) -> patiently().untilAsserted(() -> assertThat(created(person)).isEqualTo(numbers(15))));
			assertThat(photos(first)).hasSize(1).allSatisfy((sent) -> assertThat(sent.photos()).hasSize(6));
			people.forEach((person) -> assertThat(welcomes(person)).isEqualTo(1));
			people.forEach(SeveralGatewaysIT::isShownInOrder);
		}
	}

	@Test
	void anOrderlyEndFinishesTheRequestThatRuns() {
		try (RoundRobin door = new RoundRobin()) {
			GatewayProcess gateway = start(Map.of("TELEGRAM_WEBHOOK_URL", door.url())).awaitReady();
			door.to(gateway.port());
			SimulatedPerson anna = somebodyKnown();

			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				this.database.sql("update expectation set name = name where chat_id = ?").param(anna.id()).update();
				anna.sends("/create last");
				patiently().until(() -> waitsForALock());
				gateway.asksToEnd();
				patiently().during(Duration.ofSeconds(1)).until(gateway::isAlive);
			});

			patiently().until(() -> !gateway.isAlive());
			assertThat(gateway.log()).contains("Graceful shutdown complete");
			assertThat(statuses(anna)).containsExactly("done", "done");
		}
	}

	/** Whoever runs the tests wakes the one in here after each. */
	private GatewayProcess start(Map<String, String> variables) {
		if (this.gateways.isEmpty()) {
			this.context.pause();
		}
		GatewayProcess gateway = GatewayProcess.start(TELEGRAM, variables);
		this.gateways.add(gateway);
		return gateway;
	}

	/** The commands go to a service, and a card for each comes back from it. */
	private static void creates(SimulatedPerson person, int from, int to) {
		IntStream.range(from, to).forEach((i) -> {
			person.sends("/create " + i);
			show(person, i);
		});
	}

	private static void show(SimulatedPerson person, int number) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), new Reply.ShowCard(person.id(),
				"generation." + UUID.randomUUID(), null, Card.of(RichText.of("card " + number)), null));
	}

	/**
	 * What a service handles: a killed gateway may have published an event that it could
	 * not forget any more, and the second record of it has the same id.
	 */
	private static List<String> created(SimulatedPerson person) {
		return handled(Topic.CHAT_GENERATION, person, ChatEvent.CommandIssued.class).stream()
			.map(ChatEvent.CommandIssued::arguments)
			.toList();
	}

	private static List<ChatEvent.PhotosSent> photos(SimulatedPerson person) {
		return handled(Topic.CHAT_TRAINING, person, ChatEvent.PhotosSent.class);
	}

	private static <E> List<E> handled(Topic topic, SimulatedPerson person, Class<E> kind) {
		Map<String, Object> byId = new LinkedHashMap<>();
		wire().heard(topic, person.id()).forEach((envelope) -> byId.putIfAbsent(envelope.id(), envelope.event()));
		return byId.values().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	private static List<String> numbers(int count) {
		return IntStream.range(0, count).mapToObj(String::valueOf).toList();
	}

	private static List<String> shown(SimulatedPerson person) {
		return fromBot(person).stream().map(GatewayUnderTest::text).filter((text) -> text.startsWith("card ")).toList();
	}

	/**
	 * Every card, in order; the one that was under way when its gateway was killed may be
	 * there a second time.
	 */
	private static void isShownInOrder(SimulatedPerson person) {
		List<String> cards = IntStream.range(0, 15).mapToObj((i) -> "card " + i).toList();
		patiently().untilAsserted(() -> {
			List<String> seen = shown(person);
			assertThat(seen.stream().distinct()).isEqualTo(cards);
			assertThat(seen).hasSizeLessThanOrEqualTo(cards.size() + 1);
		});
		assertThat(greetings(person)).isEqualTo(1);
	}

	private static long greetings(SimulatedPerson person) {
		return fromBot(person).stream().filter((message) -> text(message).contains("Hi, Anna!")).count();
	}

	private int welcomes(SimulatedPerson person) {
		return this.database.sql("select count(*) from ledger_movement where user_id = ? and kind = 'WELCOME'")
			.param(person.id())
			.query(Integer.class)
			.single();
	}

	private boolean claimed(SimulatedPerson person) {
		return this.database
			.sql("select exists (select 1 from delivery where chat_id = ? and claimed_by is not null and attempts > 0)")
			.param(person.id())
			.query(Boolean.class)
			.single();
	}

	private boolean waitsForALock() {
		return this.database.sql("select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock')")
			.query(Boolean.class)
			.single();
	}

	private List<String> statuses(SimulatedPerson person) {
		return this.database.sql("select status from telegram_update where chat_id = ? order by update_id")
			.param(person.id())
			.query(String.class)
			.list();
	}

	private static ConditionFactory patiently() {
		return awaiting().atMost(Duration.ofSeconds(60));
	}

}
