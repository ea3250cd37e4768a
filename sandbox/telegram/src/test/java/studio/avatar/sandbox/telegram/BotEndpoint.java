package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot's own HTTP server, to which updates are brought. */
final class BotEndpoint implements AutoCloseable {

	private static final Answer FINE = new Answer(200, null);

	private final List<Brought> brought = new CopyOnWriteArrayList<>();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	BotEndpoint() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/hook", this::take);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook";
	}

	/** The next update is answered so, all after those like that one. */
	void answersNext(int status, @Nullable String retryAfter) {
		this.answers.add(new Answer(status, retryAfter));
	}

	/** Until {@link #letGo} nothing is answered. */
	void holds() {
		this.gate = new CountDownLatch(1);
	}

	void letGo() {
		this.gate.countDown();
	}

	List<Brought> brought() {
		return List.copyOf(this.brought);
	}

	List<String> texts() {
		return this.brought.stream().map((one) -> one.update().path("message").path("text").asString("")).toList();
	}

	private void take(HttpExchange exchange) throws IOException {
		JsonNode update = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
		this.brought.add(new Brought(update, exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"),
				System.nanoTime()));
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Answer next = this.answers.poll();
		Answer answer = (next != null) ? next : FINE;
		if (answer.retryAfter() != null) {
			exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
		}
		exchange.sendResponseHeaders(answer.status(), -1);
		exchange.close();
	}

	@Override
	public void close() {
		letGo();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	record Brought(JsonNode update, @Nullable String secret, long nanoTime) {

		long id() {
			return this.update.path("update_id").asLong();
		}

	}

	private record Answer(int status, @Nullable String retryAfter) {

	}

}
