package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for a service: is ready at once and tells its environment. It ends at its
 * start when {@code FAKE_BROKEN} names it.
 */
final class FakeService {

	private FakeService() {
	}

	public static void main(String[] args) throws IOException {
		if (System.getProperty("java.class.path").endsWith(System.getenv().getOrDefault("FAKE_BROKEN", "nobody"))) {
			System.out.println("INFO reading the answer");
			throw new IllegalStateException("the answer is missing");
		}
		HttpServer server = HttpServer
			.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("SERVER_PORT"))), 0);
		server.createContext("/actuator/health/readiness", (exchange) -> answer(exchange, "{\"status\":\"UP\"}"));
		server.createContext("/environment", (exchange) -> answer(exchange, environment()));
		server.start();
	}

	private static String environment() {
		StringBuilder text = new StringBuilder();
		Map<String, String> sorted = new TreeMap<>(System.getenv());
		sorted.forEach((variable, value) -> text.append(variable).append('=').append(value).append('\n'));
		return text.toString();
	}

	private static void answer(HttpExchange exchange, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
