package studio.avatar.gateway.callback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who calls where only the provider should. */
class StrangersAtTheWebhookIT extends GatewayUnderTest {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	@Test
	void whatTheProviderSignedForAStrangerFillsNothing() throws Exception {
		Signature signature = strangersOwn();
		UUID first = UUID.randomUUID();
		UUID fourth = UUID.randomUUID();

		assertThat(replay(signature, first)).isEqualTo(200);
		assertThat(replay(signature, UUID.randomUUID())).isEqualTo(200);
		assertThat(replay(signature, UUID.randomUUID())).isEqualTo(200);
		assertThat(replay(signature, fourth)).isEqualTo(429);

		assertThat(replay(signature, first)).isEqualTo(200);
		awaiting().until(() -> wire().heard(Topic.PROVIDER_CALLBACKS, first).size() >= 2);
		assertThat(wire().heard(Topic.PROVIDER_CALLBACKS, fourth)).isEmpty();
	}

	@Test
	void aFormIsNotReadEither() throws IOException {
		try (Socket stranger = new Socket("127.0.0.1", this.port)) {
			stranger.setSoTimeout(5_000);
			say(stranger, address(UUID.randomUUID()), "Content-Type: application/x-www-form-urlencoded");

			assertThat(firstLine(stranger)).startsWith("HTTP/1.1 401");
		}
	}

	@Test
	void whoeverBreaksOffIsCounted() throws IOException {
		double before = counted("broken_off");
		try (Socket stranger = new Socket("127.0.0.1", this.port)) {
			say(stranger, address(UUID.randomUUID()), wellFormed());
		}

		awaiting().until(() -> counted("broken_off") == before + 1);
	}

	@Test
	void whoeverFallsSilentKeepsNoPlace() throws IOException {
		double before = counted("broken_off");
		try (Socket stranger = new Socket("127.0.0.1", this.port)) {
			say(stranger, address(UUID.randomUUID()), wellFormed());

			awaiting().until(() -> counted("broken_off") == before + 1);
		}
	}

	private static String wellFormed() {
		return "X-Fal-Webhook-Request-Id: 1\r\nX-Fal-Webhook-User-Id: 1\r\nX-Fal-Webhook-Timestamp: %d\r\n"
			.formatted(Instant.now().getEpochSecond()) + "X-Fal-Webhook-Signature: " + "0".repeat(128);
	}

	private double counted(String outcome) {
		return this.meters.counter("provider.callbacks", "outcome", outcome).count();
	}

	private String address(UUID job) {
		return "/webhooks/fal/training/%s?proof=%s".formatted(job, "p".repeat(43));
	}

	/** A body is announced and does not come. */
	private static void say(Socket socket, String address, String headers) throws IOException {
		socket.getOutputStream()
			.write("POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n%s\r\n\r\n".formatted(address, headers)
				.getBytes(StandardCharsets.US_ASCII));
	}

	private static String firstLine(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
	}

	private int replay(Signature signature, UUID job) throws IOException, InterruptedException {
		HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address(job)))
			.headers(signature.headers())
			.POST(BodyPublishers.ofByteArray(signature.body()))
			.build();
		return this.http.send(call, BodyHandlers.discarding()).statusCode();
	}

	/** What the provider sends to a customer's own server. */
	private Signature strangersOwn() throws Exception {
		CompletableFuture<Signature> came = new CompletableFuture<>();
		HttpServer own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		own.createContext("/", (call) -> came.complete(Signature.taken(call)));
		own.start();
		try {
			String webhook = URLEncoder.encode("http://127.0.0.1:" + own.getAddress().getPort(),
					StandardCharsets.UTF_8);
			HttpRequest submit = HttpRequest
				.newBuilder(URI.create(FAL.queueUrl() + "/fal-ai/flux-lora?fal_webhook=" + webhook))
				.header("Authorization", "Key " + FAL.key())
				.POST(BodyPublishers.ofString("{\"prompt\": \"a hill\"}"))
				.build();
			assertThat(this.http.send(submit, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
			return came.get(20, TimeUnit.SECONDS);
		}
		finally {
			own.stop(0);
		}
	}

	/** A webhook as it came. */
	private record Signature(String[] headers, byte[] body) {

		static Signature taken(HttpExchange call) throws IOException {
			try (call) {
				byte[] body = call.getRequestBody().readAllBytes();
				call.sendResponseHeaders(200, -1);
				return new Signature(call.getRequestHeaders()
					.entrySet()
					.stream()
					.filter((header) -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-fal-webhook-"))
					.flatMap((header) -> Stream.of(header.getKey(), header.getValue().getFirst()))
					.toArray(String[]::new), body);
			}
		}

	}

}
