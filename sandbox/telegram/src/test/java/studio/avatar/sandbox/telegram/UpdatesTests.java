package studio.avatar.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bot takes updates in.
 */
class UpdatesTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory(),
			this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aCommandIsMarkedAsOne() {
		this.ann.sends("/start promo_X");
		JsonNode message = poll("{}").getFirst().path("message");
		assertThat(message.path("entities").toString())
			.isEqualTo("[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]");
		assertThat(message.path("from").path("language_code").asString()).isEqualTo("en");
		assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
	}

	@Test
	void whatIsNotConfirmedComesAgain() {
		this.ann.sends("one");
		this.ann.sends("two");
		List<JsonNode> first = poll("{}");
		assertThat(poll("{'offset': 0}")).isEqualTo(first);
		assertThat(texts(poll("{'offset': " + (id(first.getFirst()) + 1) + "}"))).containsExactly("two");
		assertThat(texts(poll("{}"))).containsExactly("two");
	}

	@Test
	void aLimitHandsOutTheOldestFirst() {
		List.of("one", "two", "three").forEach(this.ann::sends);
		assertThat(texts(poll("{'limit': 2}"))).containsExactly("one", "two");
	}

	@Test
	void aNegativeOffsetKeepsOnlyTheLatest() {
		List.of("one", "two", "three").forEach(this.ann::sends);
		assertThat(texts(poll("{'offset': -1}"))).containsExactly("three");
		assertThat(texts(poll("{}"))).containsExactly("three");
	}

	@Test
	void aLongPollAnswersAsSoonAsSomethingHappens() {
		CompletableFuture<JsonNode> waiting = this.bot.callLater("getUpdates", "{'timeout': 50}");
		this.ann.sends("hello");
		assertThat(texts(waiting.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS)
			.join()
			.path("result")
			.valueStream()
			.toList())).containsExactly("hello");
	}

	@Test
	void aSecondPollEndsTheFirst() {
		CompletableFuture<JsonNode> first = this.bot.callLater("getUpdates", "{'timeout': 50}");
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> {
			this.bot.callLater("getUpdates", "{'timeout': 1}");
			return first.isDone();
		});
		assertThat(first.join().toString()).isEqualTo("{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: "
				+ "terminated by other getUpdates request; make sure that only one bot instance is running\"}");
	}

	@Test
	void typesThatAreNotAllowedAreNotKept() {
		poll("{'allowed_updates': ['callback_query']}");
		this.ann.sends("unheard");
		poll("{'allowed_updates': []}");
		this.ann.sends("heard");
		assertThat(texts(poll("{}"))).containsExactly("heard");
	}

	@Test
	void namesOfUpdatesThatTelegramDoesNotKnowArePassedOver() {
		poll("{'allowed_updates': ['message', 'nonsense']}");
		this.ann.sends("heard");
		poll("{'allowed_updates': ['nonsense']}");
		this.ann.sends("heard too");
		assertThat(texts(poll("{}"))).containsExactly("heard", "heard too");
	}

	@Test
	void anOffsetBeyondAllNumbersIsNoTrouble() {
		this.ann.sends("kept");
		assertThat(texts(poll("{'offset': -9223372036854775808}"))).containsExactly("kept");
		assertThat(texts(poll("{'offset': 9223372036854775807}"))).isEmpty();
	}

	@Test
	void aBlockAndItsEndAreTold() {
		this.ann.blocksBot();
		this.ann.unblocksBot();
		assertThat(poll("{}").stream()
			.map((update) -> update.path("my_chat_member").path("new_chat_member").path("status").asString()))
			.containsExactly("kicked", "member");
	}

	@Test
	void aPressWaits150SecondsAndAMessageADay() {
		SimulatedMessage card = card();
		this.ann.sends("words");
		this.ann.presses(card, "Go");
		this.now.updateAndGet((instant) -> instant.plusSeconds(151));
		assertThat(poll("{}")).singleElement().matches((update) -> update.has("message"));
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofHours(24)));
		assertThat(poll("{}")).isEmpty();
	}

	@Test
	void deleteWebhookDropsWhatWaitsWhenAsked() {
		this.ann.sends("one");
		this.bot.result("deleteWebhook", "{}");
		assertThat(poll("{}")).hasSize(1);
		this.bot.result("deleteWebhook", "{'drop_pending_updates': true}");
		assertThat(poll("{}")).isEmpty();
	}

	private SimulatedMessage card() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
		return this.ann.lastFromBot().orElseThrow();
	}

	private List<JsonNode> poll(String parameters) {
		return this.bot.result("getUpdates", parameters).valueStream().toList();
	}

	private static long id(JsonNode update) {
		return update.path("update_id").asLong();
	}

	private static List<String> texts(List<JsonNode> updates) {
		return updates.stream().map((update) -> update.path("message").path("text").asString()).toList();
	}

}
