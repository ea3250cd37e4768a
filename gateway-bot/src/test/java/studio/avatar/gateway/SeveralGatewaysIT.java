package studio.avatar.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
import studio.avatar.sandbox.telegram.rate.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gateways as processes, side by side on one broker and one database. The one of the
 * other tests rests meanwhile. What a test leaves alive serves the next one, since most
 * of the time goes into starting them; the order only saves starts. Longer than most:
 * every case needs the same people, cards and processes.
 */
@Tag("faults")
@TestMethodOrder(OrderAnnotation.class)
class SeveralGatewaysIT extends GatewayUnderTest {

	/** What nobody here asks about need not take long; 6 s is as low as a broker goes. */
	private static final Map<String, String> QUICK = Map.of("SPRING_APPLICATION_JSON", """
			{"studio.reply.per-chat": "250ms", "studio.reply.overall": 56, "studio.reply.claim": "4s",
			 "spring.cloud.stream.kafka.default.consumer.configuration":
			     {"session.timeout.ms": 6000, "heartbeat.interval.ms": 2000}}""");

	/** The pace of the gateways, with the room that a network takes. */
	private static final Limits LIMITS = new Limits(Duration.ofMillis(250), 7, 60, 20);

	private static final List<GatewayProcess> POLLING = new ArrayList<>();

	private static final List<GatewayProcess> CALLED = new ArrayList<>();

	private static final RoundRobin DOOR = new RoundRobin();

	@Autowired
	ConfigurableApplicationContext context;

	@Autowired
	PlatformTransactionManager transactions;

	@AfterEach
	void nothingGoesWrongAnyMore() {
		TELEGRAM.faults().clear();
		TELEGRAM.limits().off();
	}

	@AfterAll
	static void end() {
		leave(POLLING, 0);
		leave(CALLED, 0);
		DOOR.close();
	}

	@Test
	@Order(1)
	void theOtherGoesOnWhenTheOneThatPollsIsKilled() {
		List<GatewayProcess> gateways = polling(2);
		patiently().until(() -> gateways.stream().anyMatch(GatewayProcess::polls));
		patiently().during(Duration.ofSeconds(2))
			.until(() -> gateways.stream().filter(GatewayProcess::polls).count() == 1);
		List<SimulatedPerson> people = IntStream.range(0, 8).mapToObj((i) -> somebody()).toList();
		people.forEach((person) -> person.sends("/start"));
		people.forEach((person) -> creates(person, 0, 5));
		people.forEach((person) -> patiently().untilAsserted(() -> assertThat(created(person)).isEqualTo(numbers(5))));
		people.forEach((person) -> awaitMessage(person, "Hi, Anna!"));
		GatewayProcess polling = gateways.stream().filter(GatewayProcess::polls).findFirst().orElseThrow();
		GatewayProcess other = gateways.stream().filter((one) -> one != polling).findFirst().orElseThrow();

		long refused = TELEGRAM.limits().refused();
		TELEGRAM.limits().set(LIMITS);
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
		assertThat(TELEGRAM.limits().refused()).isEqualTo(refused);
	}

	/**
	 * The worst moment: Telegram has the message, the row does not know it. There is no
	 * way to make Telegram drop the second one.
	 */
	@Test
	@Order(2)
	void ofWhatADeadInstanceWasBringingAndFetchingOneMessageRepeatsAtMost() {
		GatewayProcess gateway = polling(1).getFirst();
		SimulatedPerson reader = somebodyKnown();
		SimulatedPerson sender = somebodyKnown();
		asksForPhotos(sender);
		show(reader, 0);
		patiently().until(() -> shown(reader).size() == 1);
		IntStream.range(0, 3).forEach((i) -> TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(15))));
		TELEGRAM.faults().next("sendMessage", Fault.slow(Duration.ofSeconds(15)));

		sender.sendsAlbum(List.of(png(1), png(2), png(3)));
		patiently().until(() -> TELEGRAM.faults().waiting().get("getFile").isEmpty());
		show(reader, 1);
		patiently().until(() -> shown(reader).size() == 2);
		show(reader, 2);
		gateway.killNine();
		this.context.restart();

		patiently().until(() -> photos(sender).size() == 1 && shown(reader).contains("card 2"));
		assertThat(shown(reader)).containsExactly("card 0", "card 1", "card 1", "card 2");
		assertThat(photos(sender).getFirst().photos()).hasSize(3)
			.allSatisfy((photo) -> assertThat(photo.file()).isNotNull());
	}

	@Test
	@Order(3)
	void twoToWhomUpdatesAreBroughtShareThemAndOneMayDie() {
		List<GatewayProcess> gateways = called(2);
		List<SimulatedPerson> people = IntStream.range(0, 8).mapToObj((i) -> somebody()).toList();
		people.forEach((person) -> person.sends("/start"));
		SimulatedPerson first = people.getFirst();
		people.forEach((person) -> awaitMessage(person, "Hi, Anna!"));
		asksForPhotos(first);
		first.sendsAlbum(IntStream.range(0, 6).mapToObj(GatewayUnderTest::png).toList());
		patiently().until(() -> !photos(first).isEmpty());
		assertThat(gateways).allMatch(GatewayProcess::hasTakenWebhooks);
		TELEGRAM.faults().duplicateNextUpdate();

		long refused = TELEGRAM.limits().refused();
		TELEGRAM.limits().set(LIMITS);
		people.forEach((person) -> creates(person, 0, 10));
		gateways.getFirst().killNine();
		people.forEach((person) -> creates(person, 10, 15));

		people.forEach((person) -> patiently().untilAsserted(() -> assertThat(created(person)).isEqualTo(numbers(15))));
		assertThat(photos(first)).hasSize(1).allSatisfy((sent) -> assertThat(sent.photos()).hasSize(6));
		people.forEach((person) -> assertThat(welcomes(person)).isEqualTo(1));
		people.forEach(SeveralGatewaysIT::isShownInOrder);
		assertThat(TELEGRAM.limits().refused()).isEqualTo(refused);
		somebodyElsePolls(Duration.ofSeconds(20));
	}

	@Test
	@Order(4)
	void anOrderlyEndFinishesTheRequestThatRuns() {
		GatewayProcess gateway = called(1).getFirst();
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
		somebodyElsePolls(Duration.ZERO);
	}

	/**
	 * The one in here, awake between two tests, does not take the webhook away from those
	 * who need it.
	 */
	private void somebodyElsePolls(Duration length) {
		this.database.sql("""
				update poll_lease set held_by = gen_random_uuid(), held_until = now() + make_interval(secs => ?)""")
			.param(length.toSeconds())
			.update();
	}

	/** So many that ask for updates, and nobody else. */
	private List<GatewayProcess> polling(int count) {
		somebodyElsePolls(Duration.ZERO);
		leave(CALLED, 0);
		return some(POLLING, count, QUICK);
	}

	/** So many to whom updates are brought, and nobody else. */
	private List<GatewayProcess> called(int count) {
		leave(POLLING, 0);
		Map<String, String> byWebhook = new LinkedHashMap<>(QUICK);
		byWebhook.put("TELEGRAM_WEBHOOK_URL", DOOR.url());
		List<GatewayProcess> gateways = some(CALLED, count, byWebhook);
		DOOR.to(gateways.stream().mapToInt(GatewayProcess::port).toArray());
		return gateways;
	}

	/** Whoever runs the tests wakes the one in here after each. */
	private List<GatewayProcess> some(List<GatewayProcess> alive, int count, Map<String, String> variables) {
		this.context.pause();
		alive.removeIf((gateway) -> !gateway.isAlive());
		leave(alive, count);
		IntStream.range(alive.size(), count).forEach((i) -> alive.add(GatewayProcess.start(TELEGRAM, variables)));
		alive.forEach(GatewayProcess::awaitReady);
		return List.copyOf(alive);
	}

	private static void leave(List<GatewayProcess> alive, int count) {
		while (alive.size() > count) {
			alive.removeLast().close();
		}
	}

	private static void asksForPhotos(SimulatedPerson person) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), new Reply.ShowCard(person.id(), "training.draft.1", null,
				Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
		awaitMessage(person, "Send photos");
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
