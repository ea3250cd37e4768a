package studio.avatar.gateway.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Every way a call can end, as it comes over the wire. */
class TelegramApiTests {

	private static final String DONE = """
			{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}""";

	private final CountDownLatch over = new CountDownLatch(1);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private HttpServer server;

	@AfterEach
	void end() {
		this.over.countDown();
		this.server.stop(0);
	}

	@Test
	void aFloodWaitTellsHowLong() {
		Answer<SendResponse> answer = answered(429, """
				{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
				 "parameters":{"retry_after":7}}""");

		assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, (no) -> {
			assertThat(no.why()).isEqualTo(Refusal.FLOOD);
			assertThat(no.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		});
	}

	@Test
	void whatTelegramRefusesIsCountedByWhyButNotWhatIsShownAlready() {
		answered(429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\"}");
		answered(502, "{\"ok\":false,\"error_code\":502,\"description\":\"Bad Gateway\"}");
		answered(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: message is not modified\"}");

		assertThat(this.meters.find("calls.in.vain").counters())
			.extracting((counter) -> counter.getId().getTag("to") + '.' + counter.getId().getTag("why"), Counter::count)
			.containsExactlyInAnyOrder(tuple("telegram.429", 1.0), tuple("telegram.5xx", 1.0));
	}

	@Test
	void aGroupThatBecameAnotherChatTellsWhichOne() {
		Answer<SendResponse> answer = answered(400, """
				{"ok":false,"error_code":400,
				 "description":"Bad Request: group chat was upgraded to a supergroup chat",
				 "parameters":{"migrate_to_chat_id":-1001234567890}}""");

		assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, (no) -> {
			assertThat(no.why()).isEqualTo(Refusal.MOVED);
			assertThat(no.movedTo()).isEqualTo(-1_001_234_567_890L);
		});
	}

	@Test
	void aServerInTroubleIsReachedAndNoAnswer() {
		Answer<SendResponse> answer = answered(502, """
				{"ok":false,"error_code":502,"description":"Bad Gateway"}""");

		assertThat(answer).isEqualTo(new Answer.Lost<>("502 Bad Gateway", true));
	}

	@Test
	void aPageOfAProxyIsNoAnswer() {
		Answer<SendResponse> answer = answered(502, "<html>Bad Gateway</html>");

		assertThat(answer).isInstanceOf(Answer.Lost.class);
	}

	@Test
	void silenceIsNoAnswerAndYetItMayHaveCome() {
		Answer<SendResponse> answer = call((exchange) -> await());

		assertThat(answer).isInstanceOfSatisfying(Answer.Lost.class, (lost) -> assertThat(lost.reached()).isTrue());
	}

	@Test
	void whatFoundNobodyCertainlyHasNotCome() {
		int port = serve((exchange) -> await());
		this.server.stop(0);

		Answer<SendResponse> answer = call(port, new SendMessage(1L, "words"));

		assertThat(answer).isInstanceOfSatisfying(Answer.Lost.class, (lost) -> assertThat(lost.reached()).isFalse());
	}

	@Test
	void anUploadHasTheTimeThatItsSizeTakes() {
		int port = serve((exchange) -> {
			awaitAtMost(Duration.ofSeconds(1)); // thrice the silence after which words
												// count as lost
			answer(exchange, 200, DONE);
		});

		Answer<SendResponse> upload = call(port, new SendPhoto(1L, new byte[500_000]));
		Answer<SendResponse> words = call(port, new SendMessage(1L, "words"));

		assertThat(upload).isInstanceOf(Answer.Done.class);
		assertThat(words).isInstanceOf(Answer.Lost.class);
	}

	@Test
	void aConnectionCutInTheMiddleIsNoAnswer() {
		Answer<SendResponse> answer = call((exchange) -> {
			exchange.sendResponseHeaders(200, 1_000);
			exchange.getResponseBody().write("{\"ok\":true,".getBytes(StandardCharsets.UTF_8));
			exchange.getResponseBody().flush();
			throw new IOException("cut");
		});

		assertThat(answer).isInstanceOf(Answer.Lost.class);
	}

	private Answer<SendResponse> answered(int status, String body) {
		return call((exchange) -> answer(exchange, status, body));
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private Answer<SendResponse> call(Behaviour behaviour) {
		return call(serve(behaviour), new SendMessage(1L, "words"));
	}

	private int serve(Behaviour behaviour) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			behaviour.answer(exchange);
		});
		this.server.start();
		return this.server.getAddress().getPort();
	}

	private <T extends BaseRequest<T, SendResponse>> Answer<SendResponse> call(int port, T request) {
		TelegramSettings settings = new TelegramSettings(URI.create("http://127.0.0.1:" + port), "12345:token",
				Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(2));
		return new TelegramApi(settings, this.meters).call(request);
	}

	private void await() {
		awaitAtMost(Duration.ofMinutes(1));
	}

	private void awaitAtMost(Duration length) {
		try {
			this.over.await(length.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Behaviour {

		void answer(HttpExchange exchange) throws IOException;

	}

}
