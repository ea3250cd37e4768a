package studio.avatar.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What stands before several gateways: each request goes to the next one, or to the one
 * after it when that one is gone.
 */
public final class RoundRobin implements AutoCloseable {

	private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final AtomicInteger turn = new AtomicInteger();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private volatile List<Integer> ports = List.of();

	public RoundRobin() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::pass);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/** From now on these are behind it. */
	public void to(int... ports) {
		this.ports = IntStream.of(ports).boxed().toList();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/webhooks/telegram";
	}

	private void pass(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		int status = 502;
		for (int i = 0; i < this.ports.size() && status == 502; i++) {
			int port = this.ports.get(Math.floorMod(this.turn.getAndIncrement(), this.ports.size()));
			status = pass(exchange, body, port);
		}
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	private int pass(HttpExchange exchange, byte[] body, int port) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI().getPath()))
			.header("Content-Type", "application/json")
			.header(SECRET, String.valueOf(exchange.getRequestHeaders().getFirst(SECRET)))
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		return this.http.sendAsync(request, BodyHandlers.discarding())
			.thenApply(HttpResponse::statusCode)
			.exceptionally((ex) -> 502)
			.join();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.http.shutdownNow();
		this.threads.shutdownNow();
	}

}
