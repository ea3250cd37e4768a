package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.telegram.file.PhotoRefused;
import studio.avatar.sandbox.telegram.http.Answers;
import studio.avatar.sandbox.telegram.http.Parameters;
import studio.avatar.sandbox.telegram.http.RequestReader;
import studio.avatar.sandbox.telegram.http.UnreadableRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small JSON interface: what is asked for and what went wrong, in HTTP's words. Only
 * pages of this server may ask for changes.
 */
abstract class Endpoint implements HttpHandler {

	private static final Logger logger = LoggerFactory.getLogger(Endpoint.class);

	/**
	 * One request.
	 *
	 * @param verb HTTP method
	 * @param path segments behind the address of the endpoint
	 */
	record Request(HttpExchange exchange, String verb, List<String> path, Parameters parameters) {

		String required(String name) {
			return this.parameters.value(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
		}

		long number(String name) {
			return Long.parseLong(required(name));
		}

	}

	/**
	 * Answers a request.
	 * @return the body; empty when it was written already
	 */
	abstract Optional<JsonNode> answer(Request request) throws IOException;

	@Override
	public final void handle(HttpExchange exchange) throws IOException {
		try {
			if (foreign(exchange)) {
				error(exchange, 403, "only pages of this server may do that");
				return;
			}
			Optional<JsonNode> body = answer(
					new Request(exchange, exchange.getRequestMethod(), path(exchange), RequestReader.read(exchange)));
			if (body.isPresent()) {
				Answers.json(exchange, 200, body.get());
			}
		}
		catch (NoSuchElementException ex) {
			error(exchange, 404, ex.getMessage());
		}
		catch (IllegalStateException ex) {
			error(exchange, 409, ex.getMessage());
		}
		catch (UnreadableRequest ex) {
			error(exchange, ex.status(), ex.getMessage());
		}
		catch (PhotoRefused | IllegalArgumentException ex) {
			error(exchange, 400, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).log("The simulator failed to answer a page");
			error(exchange, 500, "the simulator failed: " + ex);
		}
	}

	private static boolean foreign(HttpExchange exchange) {
		String origin = exchange.getRequestHeaders().getFirst("Origin");
		String host = exchange.getRequestHeaders().getFirst("Host");
		return origin != null && !exchange.getRequestMethod().equals("GET") && !origin.equals("http://" + host)
				&& !origin.equals("https://" + host);
	}

	private static List<String> path(HttpExchange exchange) {
		String path = exchange.getRequestURI().getPath();
		return List.of(path.replaceFirst("^/[^/]+/?", "").split("/"));
	}

	private static void error(HttpExchange exchange, int status, @Nullable String words) throws IOException {
		Answers.json(exchange, status, JsonMapper.shared().createObjectNode().put("error", String.valueOf(words)));
	}

}
