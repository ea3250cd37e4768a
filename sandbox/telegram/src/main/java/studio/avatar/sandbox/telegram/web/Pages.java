package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import studio.avatar.sandbox.telegram.http.Answers;

/**
 * The files of the web chat, from beside this class.
 */
public final class Pages implements HttpHandler {

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

	/** What repairs a page of which parts were cut off must not be cut off itself. */
	private static final String START = start();

	private static final String START_PLACE = "<script src=\"start.js\"></script>";

	private static final String POLICY = "default-src 'self'; script-src 'self' " + sha256(START)
			+ "; img-src 'self' blob: data:; frame-ancestors 'none'";

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
			exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
			Answers.bytes(exchange, 200, TYPES.getOrDefault(name.replaceFirst(".*\\.", ""), "text/plain"),
					withStart(in.readAllBytes()));
		}
	}

	private static byte[] withStart(byte[] page) {
		return new String(page, StandardCharsets.UTF_8).replace(START_PLACE, "<script>" + START + "</script>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String start() {
		try (InputStream in = Pages.class.getResourceAsStream("page/start.js")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(String script) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
