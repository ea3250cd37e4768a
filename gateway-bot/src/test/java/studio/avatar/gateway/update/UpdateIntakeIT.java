package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.TelegramSettings;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Every update once, in the order of its chat, whatever happens. */
class UpdateIntakeIT extends GatewayUnderTest {

	private static final AtomicLong NUMBERS = new AtomicLong(1_000_000);

	@Autowired
	Intake intake;

	@Autowired
	Updates updates;

	@Autowired
	UpdateHandler handler;

	@Autowired
	PhotoIntake photos;

	@Autowired
	OtherChats others;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Clock clock;

	@Autowired
	Listening listening;

	@Autowired
	TelegramSettings telegram;

	@Autowired
	IntakeSettings settings;

	@Autowired
	WebhookSettings webhook;

	@AfterEach
	void nothingGoesWrongAnyMore() {
		TELEGRAM.faults().clear();
	}

	@Test
	void anUpdateThatTelegramRepeatsIsAnsweredOnce() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().duplicateNextUpdate();

		anna.sends("/create once");
		anna.sends("/create twice");

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("once", "twice"));
	}

	@Test
	void aBatchThatWasCommittedButNotConfirmedIsKnownWhenItComesAgain() {
		SimulatedPerson anna = somebodyKnown();
		List<Intake.RawUpdate> batch = List.of(create(anna, "first"), create(anna, "second"));
		this.intake.take(batch);

		this.intake.take(batch);
		this.intake.take(List.of(create(anna, "third")));

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("first", "second", "third"));
	}

	@Test
	void aFloodOfOneChatIsAnsweredInOrderAndKnownWhenItComesAgain() {
		SimulatedPerson anna = somebodyKnown();
		List<Intake.RawUpdate> flood = IntStream.range(0, 20).mapToObj((n) -> create(anna, "flood " + n)).toList();

		this.intake.take(flood);
		this.intake.take(flood);

		awaiting().untilAsserted(() -> assertThat(commands(anna))
			.containsExactlyElementsOf(IntStream.range(0, 20).mapToObj((n) -> "flood " + n).toList()));
	}

	@Test
	void aFullBatchIsAnsweredForEverybodyInTheOrderOfTheirChat() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedPerson bert = somebodyKnown();
		long broken = NUMBERS.incrementAndGet();
		List<Intake.RawUpdate> batch = new ArrayList<>(
				List.of(new Intake.RawUpdate(broken, 0, "{\"message\": \"no object\"}")));
		IntStream.range(1, Part.FULL).forEach((n) -> batch.add(create((n % 2 == 0) ? anna : bert, "full " + n)));

		this.intake.take(batch);

		awaiting().untilAsserted(() -> assertThat(commands(anna))
			.containsExactlyElementsOf(IntStream.range(1, 50).mapToObj((n) -> "full " + 2 * n).toList()));
		awaiting().untilAsserted(() -> assertThat(commands(bert)).hasSize(50));
		assertThat(status(broken)).isEqualTo("failed");
	}

	@Test
	void anUpdateThatFailsAmongThoseOfManyChatsCostsNobodyElseAnything() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedPerson bert = somebodyKnown();
		SimulatedPerson carl = somebodyKnown();
		long poison = NUMBERS.incrementAndGet();

		this.intake.take(List.of(create(anna, "before"),
				raw(poison, bert.id(), message(poison, bert.id(), 0, "private", "/create")), create(carl, "after")));

		awaiting().untilAsserted(() -> assertThat(commands(carl)).containsExactly("after"));
		assertThat(commands(anna)).containsExactly("before");
		assertThat(status(poison)).isEqualTo("failed");
	}

	@Test
	void whatCannotBeReadIsKeptWithItsErrorAndTheRestFlows() {
		SimulatedPerson anna = somebodyKnown();
		long broken = NUMBERS.incrementAndGet();

		this.intake
			.take(List.of(new Intake.RawUpdate(broken, anna.id(), "{\"update_id\": 5, \"message\": \"no object\"}"),
					create(anna, "after")));

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("after"));
		assertThat(status(broken)).isEqualTo("failed");
	}

	@Test
	void whatMakesTheHandlerFailIsKeptWithItsErrorAndThePersonIsTold() {
		SimulatedPerson anna = somebodyKnown();
		long poison = NUMBERS.incrementAndGet();

		this.intake.take(List.of(raw(poison, anna.id(), message(poison, anna.id(), 0, "private", "/create")),
				create(anna, "after")));

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("after"));
		assertThat(status(poison)).isEqualTo("failed");
		awaitMessage(anna, "Something went wrong on our side");
	}

	@Test
	void whatIsNotSaidToTheBotInAGroupIsIgnoredForAReason() {
		long update = NUMBERS.incrementAndGet();

		this.intake.take(List.of(raw(update, -77, message(update, -77, 5, "group", "hello all"))));

		assertThat(status(update)).isEqualTo("ignored");
		assertThat(note(update)).isEqualTo("said in a group, and not to the bot");
	}

	@Test
	void aSlowDownloadHoldsUpNobodyElseAndKeepsTheOrderOfItsChat() {
		SimulatedPerson slow = somebodyKnown();
		SimulatedPerson quick = somebodyKnown();
		expectPhotos(slow);
		TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(3)));

		slow.sendsPhoto(png(1), null);
		slow.sends("/avatars");
		quick.sends("/create now");

		awaiting().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(commands(quick)).containsExactly("now"));
		assertThat(wire().heard(Topic.CHAT_TRAINING, slow.id())).isEmpty();
		awaiting().untilAsserted(() -> assertThat(wire().heard(Topic.CHAT_TRAINING, slow.id()))
			.extracting((envelope) -> envelope.event().getClass().getSimpleName())
			.containsExactly("PhotosSent", "CommandIssued"));
	}

	@Test
	void aChatThatSomebodyIsBusyWithIsAnsweredLaterAndInOrder() {
		SimulatedPerson slow = somebodyKnown();
		SimulatedPerson quick = somebodyKnown();
		Intake.RawUpdate first = create(slow, "first");

		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.database.sql("update expectation set name = name where chat_id = ?").param(slow.id()).update();
			CompletableFuture<Void> batch = CompletableFuture
				.runAsync(() -> this.intake.take(List.of(first, create(slow, "second"), create(quick, "now"))));

			awaiting().atMost(Duration.ofSeconds(3)).until(batch::isDone);
			batch.join();
			assertThat(status(first.updateId())).isEqualTo("received");
			awaiting().untilAsserted(() -> assertThat(commands(quick)).containsExactly("now"));
			assertThat(commands(slow)).isEmpty();
		});

		awaiting().untilAsserted(() -> assertThat(commands(slow)).containsExactly("first", "second"));
	}

	@Test
	void aFileThatComesThroughLaterIsFetchedAgain() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		TELEGRAM.faults().next("getFile", Fault.serverError(502));
		TELEGRAM.faults().next("getFile", Fault.floodWait(1));

		anna.sendsPhoto(png(1), null);

		assertThat(photos(anna).getFirst().photos().getFirst().file()).isNotNull();
	}

	@Test
	void aFileThatIsRefusedIsSaidAndNotDropped() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		TELEGRAM.faults().next("getFile", Fault.refused(400, "Bad Request: file is too big"));

		anna.sendsPhoto(png(1), null);

		assertThat(photos(anna).getFirst().photos().getFirst().refused())
			.isEqualTo(ChatEvent.SentPhoto.Refusal.TOO_LARGE);
	}

	@Test
	void whatACrashLeftBehindIsFoundAndAnsweredInOrder() {
		SimulatedPerson anna = somebodyKnown();
		IntStream.rangeClosed(1, 3)
			.mapToObj((i) -> create(anna, "left " + i))
			.forEach((left) -> this.updates.keep(waiting(left, anna), "received", null));

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("left 1", "left 2", "left 3"));
	}

	@Test
	void whatWaitsAndCannotBeReadIsKeptWithItsErrorAndItsChatGoesOn() {
		SimulatedPerson anna = somebodyKnown();
		long broken = NUMBERS.incrementAndGet();
		Intake.RawUpdate after = create(anna, "after");
		this.updates.keep(waiting(raw(broken, anna.id(), "{\"message\": 5}"), anna), "received", null);
		this.updates.keep(waiting(after, anna), "received", null);

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("after"));
		assertThat(status(broken)).isEqualTo("failed");
	}

	@Test
	void twoInstancesFetchTheFilesOfAnAlbumOnce() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		WaitingUpdates other = new WaitingUpdates(this.updates, new ChatClaims(this.database, this.telegram),
				this.handler, this.photos, this.others, this.transactions, this.clock, this.listening, this.telegram,
				this.settings, this.webhook);
		IntStream.range(0, 3).forEach((i) -> TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(3))));
		long before = TELEGRAM.journal().calls("getFile").size();
		other.start();
		try {
			anna.sendsAlbum(List.of(png(1), png(2), png(3)));

			assertThat(photos(anna)).hasSize(1);
			assertThat(TELEGRAM.journal().calls("getFile")).hasSize((int) before + 3);
		}
		finally {
			other.stop();
		}
	}

	@Test
	void aChatIsWorkedForByOneInstanceUntilItIsGivenBack() {
		ChatClaims one = new ChatClaims(this.database, this.telegram);
		ChatClaims other = new ChatClaims(this.database, this.telegram);

		assertThat(one.take(-5)).isTrue();
		assertThat(other.take(-5)).isFalse();
		assertThat(one.take(-5)).isTrue();
		one.giveBack(-5);
		assertThat(other.take(-5)).isTrue();
		other.giveBack(-5);
	}

	@Test
	void anAlbumNobodyAskedForGetsOneAnswer() {
		SimulatedPerson anna = somebodyKnown();

		anna.sendsAlbum(List.of(png(1), png(2), png(3)));
		anna.sends("/create after");

		awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("after"));
		awaitMessage(anna, "did not ask");
		assertThat(fromBot(anna)).filteredOn((message) -> text(message).contains("did not ask")).hasSize(1);
	}

	@Test
	void onePersonsHangingFilesHoldUpNobodyElsesPhotos() {
		SimulatedPerson slow = somebodyKnown();
		SimulatedPerson quick = somebodyKnown();
		expectPhotos(slow);
		expectPhotos(quick);
		IntStream.range(0, 4).forEach((i) -> TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(4))));
		slow.sendsAlbum(List.of(png(1), png(2), png(3), png(4)));
		awaiting().until(() -> TELEGRAM.faults().waiting().getOrDefault("getFile", new ArrayDeque<>()).isEmpty());

		quick.sendsPhoto(png(5), null);

		assertThat(photos(quick)).hasSize(1);
		assertThat(wire().heard(Topic.CHAT_TRAINING, slow.id())).isEmpty();
	}

	@Test
	void aFileThatTakesTooLongIsSaidAndNotWaitedFor() {
		SimulatedPerson anna = somebodyKnown();
		expectPhotos(anna);
		TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(12)));
		long begin = System.nanoTime();

		anna.sendsPhoto(png(1), null);

		assertThat(photos(anna).getFirst().photos().getFirst().refused())
			.isEqualTo(ChatEvent.SentPhoto.Refusal.NOT_DELIVERED);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void aPressBehindPhotosThatAreFetchedStopsSpinningWithinASecond() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedMessage menu = awaitMessage(anna, "Main menu");
		expectPhotos(anna);
		TELEGRAM.faults().next("getFile", Fault.slow(Duration.ofSeconds(4)));
		anna.sendsPhoto(png(1), null);
		long answered = TELEGRAM.journal().calls("answerCallbackQuery").size();

		anna.presses(menu, "🎭 My avatars");

		awaiting().atMost(Duration.ofMillis(1_500))
			.until(() -> TELEGRAM.journal().calls("answerCallbackQuery").size() > answered);
		assertThat(wire().heard(Topic.CHAT_TRAINING, anna.id())).isEmpty();
	}

	@Test
	void aPressThatMakesUsFailStopsSpinningAndThePersonIsTold() {
		SimulatedPerson anna = somebodyKnown();
		long poison = NUMBERS.incrementAndGet();
		String press = """
				{"update_id": %d, "callback_query": {"id": "poison-%d", "chat_instance": "1", "data": "gallery:open",
				 "from": {"id": 0, "is_bot": false, "first_name": "Anna"},
				 "message": {"message_id": 1, "date": 1, "text": "x", "chat": {"id": %d, "type": "private"}}}}"""
			.formatted(poison, poison, anna.id());

		this.intake.take(List.of(raw(poison, anna.id(), press)));

		awaitMessage(anna, "Something went wrong on our side");
		awaiting().until(() -> TELEGRAM.journal()
			.calls("answerCallbackQuery")
			.stream()
			.anyMatch((call) -> call.parameters().path("callback_query_id").asString("").equals("poison-" + poison)));
		assertThat(status(poison)).isEqualTo("failed");
	}

	@Test
	void fiveHundredUpdatesOfManyPeopleAreTakenInWithinSeconds() {
		List<SimulatedPerson> people = IntStream.range(0, 25).mapToObj((i) -> somebody()).toList();
		List<Intake.RawUpdate> batch = IntStream.range(0, 500)
			.mapToObj((i) -> create(people.get(i % people.size()), "load " + i))
			.toList();

		long begin = System.nanoTime();
		this.intake.take(batch);
		Duration taken = Duration.ofNanos(System.nanoTime() - begin);

		System.out.printf("500 updates of 25 people taken in %d ms%n", taken.toMillis());
		assertThat(taken).isLessThan(Duration.ofSeconds(10));
		awaiting().untilAsserted(() -> assertThat(commands(people.getLast())).hasSize(20)
			.isSortedAccordingTo((one, other) -> Integer.compare(Integer.parseInt(one.substring(5)),
					Integer.parseInt(other.substring(5)))));
	}

	private static NewUpdate waiting(Intake.RawUpdate update, SimulatedPerson person) {
		return new NewUpdate(update.updateId(), person.id(), null, update.body(), Instant.now(),
				UUID.randomUUID().toString());
	}

	private void expectPhotos(SimulatedPerson person) {
		wire().publish(Topic.CHAT_REPLIES, person.id(), new Reply.ShowCard(person.id(), "training.draft.1", null,
				Card.of(RichText.of("Send photos")), Expectation.photos("training:photos:1")));
		awaitMessage(person, "Send photos");
	}

	private static List<ChatEvent.PhotosSent> photos(SimulatedPerson person) {
		return awaiting().until(() -> wire().heard(Topic.CHAT_TRAINING, person.id(), ChatEvent.PhotosSent.class),
				(all) -> !all.isEmpty());
	}

	private static List<String> commands(SimulatedPerson person) {
		return wire().heard(Topic.CHAT_GENERATION, person.id(), ChatEvent.CommandIssued.class)
			.stream()
			.map(ChatEvent.CommandIssued::arguments)
			.toList();
	}

	private String note(long updateId) {
		return this.database.sql("select note from telegram_update where update_id = ?")
			.param(updateId)
			.query(String.class)
			.single();
	}

	private String status(long updateId) {
		return this.database.sql("select status from telegram_update where update_id = ?")
			.param(updateId)
			.query(String.class)
			.single();
	}

	private static Intake.RawUpdate create(SimulatedPerson person, String arguments) {
		long number = NUMBERS.incrementAndGet();
		return raw(number, person.id(), message(number, person.id(), person.id(), "private", "/create " + arguments));
	}

	private static Intake.RawUpdate raw(long number, long chat, String body) {
		return new Intake.RawUpdate(number, chat, body);
	}

	private static String message(long number, long chat, long user, String kind, String text) {
		return """
				{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": %s,
				 "chat": {"id": %d, "type": "%s"}, "from": {"id": %d, "is_bot": false, "first_name": "Anna"}}}"""
			.formatted(number, number % 1000, JsonMapper.shared().writeValueAsString(text), chat, kind, user);
	}

}
