package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import studio.avatar.sandbox.telegram.http.Answers;

/**
 * The files of the web chat, from beside this class.
 */
public final class Pages implements HttpHandler {

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String name = path.equals("/") ? "index.html" : path.substring(1);
		if (!name.matches("[a-z-]+\\.(html|css|js|svg)")) {
			Answers.bytes(exchange, 404, "text/plain", "Not Found".getBytes());
			return;
		}
		try (InputStream in = Pages.class.getResourceAsStream("page/" + name)) {
			if (in == null) {
				Answers.bytes(exchange, 404, "text/plain", "Not Found".getBytes());
				return;
			}
			exchange.getResponseHeaders().set("Cache-Control", "no-cache");
			exchange.getResponseHeaders()
				.set("Content-Security-Policy",
						"default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'");
			Answers.bytes(exchange, 200, TYPES.getOrDefault(name.replaceFirst(".*\\.", ""), "text/plain"),
					in.readAllBytes());
		}
	}

}
