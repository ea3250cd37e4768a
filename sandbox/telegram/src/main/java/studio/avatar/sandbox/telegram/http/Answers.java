package studio.avatar.sandbox.telegram.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;

/**
 * Writes whole answers, with their length, so that connections stay open for the next
 * call.
 */
public final class Answers {

	private Answers() {
	}

	/** A JSON body. */
	public static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
		bytes(exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** A body of any type. */
	public static void bytes(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", contentType);
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
		if (!bodiless) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

}
