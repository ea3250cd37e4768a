package studio.avatar.gateway.update;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.util.unit.DataSize;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayByWebhook;
import studio.avatar.gateway.telegram.TelegramSettings;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The door that stands open to the whole world. Longer than most: every answer it gives
 * is here.
 */
class WebhookEndpointIT extends GatewayByWebhook {

	private static final AtomicLong NUMBERS = new AtomicLong(5_000_000);

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@LocalServerPort
	int port;

	@Autowired
	WebhookSecret secret;

	@Autowired
	Updates updates;

	@Autowired
	UpdateHandler handler;

	@Autowired
	WaitingUpdates waiting;

	@Autowired
	OtherChats others;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Clock clock;

	@Autowired
	TelegramSettings telegram;

	@Autowired
	IntakeSettings intakeSettings;

	@Autowired
	HealthEndpointGroups health;

	@Test
	void anUpdateIsCommittedWhenTelegramIsTold() {
		SimulatedPerson anna = somebodyKnown();
		long number = NUMBERS.incrementAndGet();

		int status = bring(this.secret.value(), create(number, anna, "brought"));

		assertThat(status).isEqualTo(200);
		assertThat(kept(number)).isEqualTo(1);
	}

	@Test
	void theSameUpdateTwiceIsFineAndAnsweredOnce() {
		SimulatedPerson anna = somebodyKnown();
		String update = create(NUMBERS.incrementAndGet(), anna, "once");
		bring(this.secret.value(), update);

		int status = bring(this.secret.value(), update);

		assertThat(status).isEqualTo(200);
		bring(this.secret.value(), create(NUMBERS.incrementAndGet(), anna, "after"));
		awaiting().untilAsserted(
				() -> assertThat(wire().heard(Topic.CHAT_GENERATION, anna.id(), ChatEvent.CommandIssued.class))
					.extracting(ChatEvent.CommandIssued::arguments)
					.containsExactly("once", "after"));
	}

	@Test
	void withoutTheSecretNothingIsTaken() {
		SimulatedPerson anna = somebodyKnown();
		long number = NUMBERS.incrementAndGet();
		String update = create(number, anna, "forged");

		assertThat(bring(null, update)).isEqualTo(401);
		assertThat(bring("", update)).isEqualTo(401);
		assertThat(bring(this.secret.value() + "x", update)).isEqualTo(401);
		assertThat(bring(this.secret.value().substring(1), update)).isEqualTo(401);
		assertThat(kept(number)).isZero();
	}

	@Test
	void withoutTheSecretNothingIsRead() throws IOException {
		try (Socket stranger = new Socket("127.0.0.1", this.port)) {
			stranger.setSoTimeout(5_000);
			say(stranger, "POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
					+ "Content-Type: multipart/form-data; boundary=x\r\n\r\n");

			assertThat(firstLine(stranger)).startsWith("HTTP/1.1 401");
		}
	}

	@Test
	void aBodyThatIsSaidToBeTooLongIsNotRead() throws IOException {
		try (Socket sender = new Socket("127.0.0.1", this.port)) {
			sender.setSoTimeout(5_000);
			say(sender, "POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n"
					+ "X-Telegram-Bot-Api-Secret-Token: " + this.secret.value() + "\r\n\r\n");

			assertThat(firstLine(sender)).startsWith("HTTP/1.1 413");
		}
	}

	@Test
	void aBodyWithoutALengthIsReadUpToTheLimit() throws IOException {
		try (Socket sender = new Socket("127.0.0.1", this.port)) {
			sender.setSoTimeout(5_000);
			say(sender, "POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
					+ "X-Telegram-Bot-Api-Secret-Token: " + this.secret.value() + "\r\n\r\n");
			String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
			for (int i = 0; i < 17; i++) {
				say(sender, chunk);
			}

			assertThat(firstLine(sender)).startsWith("HTTP/1.1 413");
		}
	}

	@Test
	void whatIsNoUpdateShallComeAgain() {
		assertThat(bring(this.secret.value(), "{\"update_id\": 7, \"message\"")).isEqualTo(400);
		assertThat(bring(this.secret.value(), "{\"update_id\": \"seven\"}")).isEqualTo(400);
		assertThat(bring(this.secret.value(), "[]")).isEqualTo(400);
		assertThat(bring(this.secret.value(), "")).isEqualTo(400);
	}

	@Test
	void anUpdateNobodyHereCanReadIsKeptAndDoesNotComeAgain() {
		long number = NUMBERS.incrementAndGet();

		int status = bring(this.secret.value(), "{\"update_id\": " + number + ", \"message\": \"no object\"}");

		assertThat(status).isEqualTo(200);
		assertThat(kept(number)).isEqualTo(1);
	}

	@Test
	void whatCouldNotBeKeptShallComeAgainSoon() {
		SimulatedPerson anna = somebodyKnown();
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/telegram");
		request.addHeader("X-Telegram-Bot-Api-Secret-Token", this.secret.value());
		request.setContent(create(NUMBERS.incrementAndGet(), anna, "lost?").getBytes(StandardCharsets.UTF_8));

		var answer = new WebhookEndpoint(settings("https://bot.example.org/webhooks/telegram"), this.secret,
				intake(new AbsentDatabase()), this.meters)
			.bring(request);

		assertThat(answer.getStatusCode().value()).isEqualTo(503);
		assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
	}

	@Test
	void whilePollingTheDoorIsClosed() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/telegram");
		request.addHeader("X-Telegram-Bot-Api-Secret-Token", this.secret.value());

		var answer = new WebhookEndpoint(settings(""), this.secret, intake(new AbsentDatabase()), this.meters)
			.bring(request);

		assertThat(answer.getStatusCode().value()).isEqualTo(404);
	}

	@Test
	void whoseWebhookIsRefusedStillTakesRequests() {
		assertThat(this.health.get("readiness").isMember("updates")).isFalse();
		assertThat(this.health.get("readiness").isMember("db")).isTrue();
	}

	private static WebhookSettings settings(String url) {
		return new WebhookSettings(url, "", 40, DataSize.ofMegabytes(1), Duration.ofSeconds(3), Duration.ofMinutes(1));
	}

	private Intake intake(PlatformTransactionManager transactions) {
		return new Intake(this.updates, this.handler, this.waiting, this.others, transactions, this.meters, this.clock,
				this.telegram, this.intakeSettings);
	}

	private int bring(@Nullable String presented, String body) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/webhooks/telegram"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
		if (presented != null) {
			request.header("X-Telegram-Bot-Api-Secret-Token", presented);
		}
		HttpResponse<String> answer = HTTP.sendAsync(request.build(), BodyHandlers.ofString()).join();
		assertThat(answer.body()).isEmpty();
		return answer.statusCode();
	}

	private static void say(Socket socket, String words) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(words.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static String firstLine(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
	}

	private int kept(long updateId) {
		return this.database.sql("select count(*) from telegram_update where update_id = ?")
			.param(updateId)
			.query(Integer.class)
			.single();
	}

	private static String create(long number, SimulatedPerson person, String words) {
		return """
				{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "/create %s",
				 "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "Anna"}}}"""
			.formatted(number, number % 1000, words, person.id(), person.id());
	}

	private static final class AbsentDatabase extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			throw new CannotCreateTransactionException("no database");
		}

		@Override
		protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(org.springframework.transaction.support.DefaultTransactionStatus status) {
		}

	}

}
