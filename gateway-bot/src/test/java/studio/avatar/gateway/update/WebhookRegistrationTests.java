package studio.avatar.gateway.update;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.SetWebhook;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;
import studio.avatar.gateway.telegram.TelegramSettings;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.journal.ApiCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

/**
 * Telegram is told where to bring updates, whatever happens. Longer than most: each thing
 * that may happen is here.
 */
class WebhookRegistrationTests {

	private static final String URL = "http://127.0.0.1:1/webhooks/telegram";

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final TelegramSettings bot = new TelegramSettings(this.telegram.url(), this.telegram.token(),
			Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));

	private final TelegramApi api = new TelegramApi(this.bot, new SimpleMeterRegistry());

	private final AtomicInteger asked = new AtomicInteger();

	private WebhookRegistration registration = registration(URL);

	@AfterEach
	void end() {
		this.registration.stop();
		this.telegram.close();
	}

	@Test
	void theWebhookIsSetWithSecretKindsAndConnections() {
		this.registration.start();

		awaiting().until(() -> this.telegram.journal().calls("setWebhook").size() == 1);
		ApiCall call = this.telegram.journal().calls("setWebhook").getFirst();
		assertThat(call.parameters().path("url").asString()).isEqualTo(URL);
		assertThat(call.parameters().path("secret_token").asString()).matches("[0-9a-f]{64}");
		assertThat(call.parameters().path("max_connections").asInt()).isEqualTo(40);
		assertThat(call.parameters().path("allowed_updates").toString())
			.isEqualTo("[\"message\",\"edited_message\",\"channel_post\",\"callback_query\",\"my_chat_member\"]");
		assertThat(call.parameters().has("drop_pending_updates")).isFalse();
		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));
	}

	@Test
	void anAbsentTelegramIsWaitedForAndABusyOneObeyed() {
		this.telegram.faults().next("setWebhook", Fault.serverError(502));
		this.telegram.faults().next("setWebhook", Fault.cutAfterSuccess());
		this.telegram.faults().next("setWebhook", Fault.floodWait(2));

		this.registration.start();

		assertThat(this.registration.health().getStatus()).isEqualTo(Status.UP);
		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));
		var calls = this.telegram.journal().calls("setWebhook");
		assertThat(Duration.ofNanos(calls.get(3).nanoTime() - calls.get(2).nanoTime()))
			.isGreaterThanOrEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void anOldWebhookOfTheSameAddressIsNotTakenForOurs() {
		this.api.call(new SetWebhook().url(URL).secretToken("old"));
		this.telegram.faults().next("setWebhook", Fault.serverError(502));

		this.registration.start();

		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));
		ApiCall last = this.telegram.journal().calls("setWebhook").getLast();
		assertThat(last.ok()).isTrue();
		assertThat(last.parameters().path("secret_token").asString()).isNotEqualTo("old");
	}

	@Test
	void aRefusalIsSaidInWordsAndIsBadForTheHealth() {
		this.registration = registration("http://bot.example.org/webhooks/telegram");

		this.registration.start();

		awaiting().until(() -> this.registration.health().getStatus().equals(Status.DOWN));
		assertThat(this.registration.health().getDetails().get("reason")).asString()
			.contains("An HTTPS URL must be provided");
	}

	@Test
	void whatSomebodyElseTookAwayIsSetAgain() {
		this.registration.start();
		awaiting().until(() -> this.telegram.journal().calls("getWebhookInfo").size() > 0);

		this.api.call(new DeleteWebhook());

		awaiting().until(() -> this.telegram.journal().calls("setWebhook").stream().filter(ApiCall::ok).count() == 2);
	}

	@Test
	void whatTelegramComplainsAboutIsTold() {
		this.registration.start();
		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));

		this.telegram.person(7, "Ann", "en").sends("hello");

		awaiting()
			.until(() -> "Connection refused".equals(this.registration.health().getDetails().get("lastComplaint")));
		assertThat(this.registration.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.registration.health().getDetails().get("lastComplaintAt")).asInstanceOf(INSTANT)
			.isBetween(Instant.now().minusSeconds(30), Instant.now());
	}

	@Test
	void otherKindsOfUpdatesAreSetRight() {
		this.registration.start();
		awaiting().until(() -> this.telegram.journal().calls("getWebhookInfo").size() > 0);

		awaiting()
			.until(() -> this.api.call(new SetWebhook().url(URL).allowedUpdates("message")) instanceof Answer.Done);

		awaiting().until(() -> this.telegram.journal().calls("setWebhook").stream().filter(ApiCall::ok).count() == 3);
	}

	@Test
	void whoeverIsTurnedAwayByAnotherInstanceSetsItsSecretAgain() throws IOException {
		HttpServer other = answering(401, "");
		try {
			this.registration = registration("http://127.0.0.1:" + other.getAddress().getPort() + "/webhooks/telegram");
			this.registration.start();
			awaiting().until(() -> this.telegram.journal().calls("getWebhookInfo").size() > 0);

			this.telegram.person(7, "Ann", "en").sends("hello");

			awaiting()
				.until(() -> this.telegram.journal().calls("setWebhook").stream().filter(ApiCall::ok).count() >= 2);
		}
		finally {
			other.stop(0);
		}
	}

	@Test
	void anAnswerNobodyUnderstandsDoesNotEndTheLooks() throws IOException {
		HttpServer odd = answering(200, "{\"ok\":true}");
		try {
			TelegramSettings there = new TelegramSettings(URI.create("http://127.0.0.1:" + odd.getAddress().getPort()),
					this.bot.token(), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5),
					Duration.ofSeconds(5));
			this.registration = registration(new TelegramApi(there, new SimpleMeterRegistry()), URL);

			this.registration.start();

			awaiting().until(() -> this.asked.get() >= 4);
			assertThat(this.registration.health().getStatus()).isEqualTo(Status.UP);
		}
		finally {
			odd.stop(0);
		}
	}

	@Test
	void whoLooksNoMoreIsNotHealthy() {
		this.registration.start();
		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));

		this.registration.stop();

		assertThat(this.registration.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void theWebhookStaysWhenAnInstanceEnds() {
		this.registration.start();
		awaiting().until(() -> URL.equals(this.registration.health().getDetails().get("webhook")));

		this.registration.stop();

		assertThat(this.registration.isRunning()).isFalse();
		assertThat(this.telegram.journal().calls("deleteWebhook")).isEmpty();
	}

	private WebhookRegistration registration(String url) {
		return registration(this.api, url);
	}

	private WebhookRegistration registration(TelegramApi api, String url) {
		WebhookSettings settings = new WebhookSettings(url, "", 40, DataSize.ofMegabytes(1), Duration.ofSeconds(3),
				Duration.ofMillis(300));
		return new WebhookRegistration(api, settings, new WebhookSecret(settings, this.bot));
	}

	private HttpServer answering(int status, String words) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			this.asked.incrementAndGet();
			exchange.getRequestBody().readAllBytes();
			byte[] body = words.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		return server;
	}

	private static ConditionFactory awaiting() {
		return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
	}

}
