package studio.avatar.sandbox.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates are brought to the bot.
 */
class WebhookTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory(),
			this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final SimulatedPerson bob = this.telegram.person(8, "Bob", "en");

	private final BotClient bot = new BotClient(this.telegram);

	private final BotEndpoint endpoint = new BotEndpoint();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.telegram.close();
		this.endpoint.close();
	}

	@Test
	void whatWaitsAndWhatComesIsBroughtWithTheSecret() {
		this.ann.sends("before");
		set("'secret_token': 'se-cret_1'");

		this.ann.sends("after");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("before", "after"));
		assertThat(this.endpoint.brought()).extracting(BotEndpoint.Brought::secret).containsOnly("se-cret_1");
		assertThat(Specification.load().complaints(List.of("Update"), this.endpoint.brought().getFirst().update()))
			.isEmpty();
		awaiting().untilAsserted(() -> assertThat(standing().path("pending_update_count").asInt()).isZero());
	}

	@Test
	void withoutASecretNoneIsSent() {
		set("");

		this.ann.sends("hello");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.brought()).hasSize(1));
		assertThat(this.endpoint.brought().getFirst().secret()).isNull();
	}

	@Test
	void aChatWaitsForItsAnswerAndOthersDoNot() {
		this.endpoint.holds();
		set("");
		this.ann.sends("one");
		this.ann.sends("two");

		this.bob.sends("other");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactlyInAnyOrder("one", "other"));
		this.endpoint.letGo();
		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).hasSize(3).endsWith("two"));
	}

	@Test
	void pressesDoNotWaitBehindMessagesOfTheirChat() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
		this.endpoint.holds();
		set("");
		this.ann.sends("words");

		this.ann.presses(this.ann.lastFromBot().orElseThrow(), "Go");

		awaiting().untilAsserted(
				() -> assertThat(this.endpoint.brought()).anyMatch((one) -> one.update().has("callback_query")));
	}

	@Test
	void noMoreThanMaxConnectionsAreUnderWay() {
		this.endpoint.holds();
		set("'max_connections': 2");
		for (int person = 20; person < 24; person++) {
			this.telegram.person(person, "P", "en").sends("hello");
		}

		awaiting().until(() -> this.endpoint.brought().size() == 2);
		awaiting().during(Duration.ofMillis(200)).until(() -> this.endpoint.brought().size() == 2);

		this.endpoint.letGo();
		awaiting().until(() -> this.endpoint.brought().size() == 4);
	}

	@Test
	void whatIsNotTakenComesAgainBeforeWhatFollowsAndTheTroubleIsTold() {
		this.endpoint.answersNext(500, null);
		this.endpoint.answersNext(401, null);
		set("");

		this.ann.sends("one");
		this.ann.sends("two");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("one", "one", "one", "two"));
		assertThat(standing().path("last_error_message").asString())
			.isEqualTo("Wrong response from the webhook: 401 Unauthorized");
		assertThat(standing().path("last_error_date").asLong()).isEqualTo(this.now.get().getEpochSecond());
		assertThat(Specification.load().complaints(List.of("WebhookInfo"), standing())).isEmpty();
	}

	@Test
	void aWishToBeLeftAloneIsRespected() {
		this.endpoint.answersNext(429, "1");
		set("");

		this.ann.sends("one");

		awaiting().until(() -> this.endpoint.brought().size() == 2);
		long waited = this.endpoint.brought().getLast().nanoTime() - this.endpoint.brought().getFirst().nanoTime();
		assertThat(Duration.ofNanos(waited)).isBetween(Duration.ofMillis(1000), Duration.ofSeconds(4));
	}

	@Test
	void anAbsentBotIsToldAndBroughtItsUpdatesWhenItIsBack() {
		this.endpoint.answersNext(200, null);
		this.bot.result("setWebhook", "{'url': 'http://127.0.0.1:1/hook'}");
		this.ann.sends("one");
		awaiting().untilAsserted(
				() -> assertThat(standing().path("last_error_message").asString("")).isEqualTo("Connection refused"));
		assertThat(standing().path("pending_update_count").asInt()).isEqualTo(1);

		this.now.updateAndGet((instant) -> instant.plusSeconds(1));
		set("");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("one"));
		assertThat(standing().has("last_error_message")).isFalse();
	}

	@Test
	void anAnswerThatIsLostBringsTheUpdateAgain() {
		set("");
		this.telegram.faults().duplicateNextUpdate();

		this.ann.sends("one");
		this.ann.sends("two");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("one", "one", "two"));
	}

	@Test
	void aPressThatNobodyTakesIsForgottenAfter150Seconds() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
		this.ann.presses(this.ann.lastFromBot().orElseThrow(), "Go");
		this.ann.sends("words");

		this.now.updateAndGet((instant) -> instant.plusSeconds(151));
		set("");

		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("words"));
	}

	@Test
	void nobodyMayPollWhileAWebhookStands() {
		set("");
		assertThat(this.bot.refusal("getUpdates", "{}"))
			.isEqualTo("409 Conflict: can't use getUpdates method while webhook is active; "
					+ "use deleteWebhook to delete the webhook first");
		this.bot.result("deleteWebhook", "{}");
		assertThat(this.bot.result("getUpdates", "{}").isEmpty()).isTrue();
		assertThat(standing().path("url").asString()).isEmpty();
	}

	@Test
	void aPollThatWaitsEndsWhenAWebhookIsSet() {
		awaiting().untilAsserted(() -> {
			this.bot.result("deleteWebhook", "{}");
			this.now.updateAndGet((instant) -> instant.plusSeconds(1));
			CompletableFuture<JsonNode> waiting = this.bot.callLater("getUpdates", "{'timeout': 50}");
			set("");
			assertThat(waiting.join().path("description").asString())
				.isEqualTo("Conflict: terminated by setWebhook request");
		});
	}

	@Test
	void theKindsOfUpdateStayUnlessTheyAreSaid() {
		set("'allowed_updates': ['message']");
		this.now.updateAndGet((instant) -> instant.plusSeconds(1));
		set("'max_connections': 3");
		assertThat(standing().path("allowed_updates").toString()).isEqualTo("[\"message\"]");
		assertThat(standing().path("max_connections").asInt()).isEqualTo(3);
		this.ann.blocksBot();
		this.ann.unblocksBot();
		this.ann.sends("heard");
		awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("heard"));
	}

	@Test
	void twiceWithinASecondIsTooOften() {
		set("");
		assertThat(this.bot.refusal("setWebhook", "{'url': '" + this.endpoint.url() + "'}"))
			.isEqualTo("429 Too Many Requests: retry after 1");
	}

	@Test
	void addressesAndSecretsAreRefusedInTelegramsWords() {
		assertThat(refusal("'url': 'http://example.org/hook'"))
			.isEqualTo("400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
		assertThat(refusal("'url': 'https://example.org:9000/hook'"))
			.isEqualTo("400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
		assertThat(refusal("'url': 'http://127.0.0.1:99999/hook'"))
			.isEqualTo("400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
		assertThat(refusal("'url': 'nowhere'")).isEqualTo("400 Bad Request: invalid webhook URL specified");
		assertThat(refusal("'url': 'http://gateway:8080/hook', 'secret_token': 'a b'"))
			.isEqualTo("400 Bad Request: secret token contains unallowed characters");
		assertThat(refusal("'url': 'http://gateway:8080/hook', 'secret_token': '" + "a".repeat(257) + "'"))
			.isEqualTo("400 Bad Request: secret token is too long");
	}

	@Test
	void aWebhookAndWhatItTookSurviveARestart() {
		TelegramSimulator.Settings settings = new TelegramSimulator.Settings(0, "12345:sandbox", "Bot", this.folder);
		try (TelegramSimulator before = TelegramSimulator.start(settings)) {
			new BotClient(before).result("setWebhook", "{'url': '" + this.endpoint.url() + "', 'secret_token': 's'}");
			before.person(7, "Ann", "en").sends("one");
			awaiting().until(() -> new BotClient(before).result("getWebhookInfo", "{}")
				.path("pending_update_count")
				.asInt(-1) == 0);
		}
		try (TelegramSimulator after = TelegramSimulator.start(settings)) {
			after.person(7, "Ann", "en").sends("two");
			awaiting().untilAsserted(() -> assertThat(this.endpoint.texts()).containsExactly("one", "two"));
		}
		assertThat(this.endpoint.brought()).extracting(BotEndpoint.Brought::secret).containsOnly("s");
	}

	private void set(String more) {
		this.bot.result("setWebhook",
				"{'url': '" + this.endpoint.url() + "'" + (more.isEmpty() ? "" : ", " + more) + "}");
	}

	private String refusal(String parameters) {
		this.now.updateAndGet((instant) -> instant.plusSeconds(1));
		return this.bot.refusal("setWebhook", "{" + parameters + "}");
	}

	private JsonNode standing() {
		return this.bot.result("getWebhookInfo", "{}");
	}

	private static ConditionFactory awaiting() {
		return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10));
	}

}
