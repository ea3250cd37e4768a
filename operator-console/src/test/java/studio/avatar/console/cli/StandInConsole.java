package studio.avatar.console.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers what it was told to, one answer after the other; the last one again and again.
 */
final class StandInConsole implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

	/** Method, path, user and body of every call. */
	final List<String> calls = new CopyOnWriteArrayList<>();

	StandInConsole() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What it answers to calls such as {@code GET /api/replays}. */
	StandInConsole answers(String call, int status, String body) {
		this.answers.computeIfAbsent(call, (key) -> new ArrayDeque<>()).add(new Answer(status, body));
		return this;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.calls.add((call + " " + body).strip());
		Deque<Answer> waiting = this.answers.getOrDefault(call, new ArrayDeque<>());
		Answer answer = (waiting.size() > 1) ? waiting.poll() : waiting.peek();
		boolean known = "Basic YW5uYTpzZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
		send(exchange, known && answer != null ? answer : new Answer(known ? 404 : 401, "{\"detail\":\"No.\"}"));
	}

	private static void send(HttpExchange exchange, Answer answer) throws IOException {
		byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(answer.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Answer(int status, String body) {
	}

}
