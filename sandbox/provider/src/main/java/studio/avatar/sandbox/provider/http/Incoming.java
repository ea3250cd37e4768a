package studio.avatar.sandbox.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A call as it came in. Its body is read once, as text or as a stream. */
public final class Incoming {

	private static final int MOST_TEXT = 64 * 1024 * 1024;

	private final HttpExchange exchange;

	private final Map<String, String> query;

	private @Nullable String text;

	Incoming(HttpExchange exchange) {
		this.exchange = exchange;
		this.query = parse(exchange.getRequestURI());
	}

	public String verb() {
		return this.exchange.getRequestMethod();
	}

	/** The path, decoded, beginning with a slash. */
	public String path() {
		return this.exchange.getRequestURI().getPath();
	}

	public String pathWithQuery() {
		return this.exchange.getRequestURI().toString();
	}

	public Optional<String> query(String name) {
		return Optional.ofNullable(this.query.get(name));
	}

	public Optional<String> header(String name) {
		return Optional.ofNullable(this.exchange.getRequestHeaders().getFirst(name));
	}

	/**
	 * The first value of every header whose name begins like this; names in small
	 * letters, in their order.
	 */
	public Map<String, String> headersThatBegin(String prefix) {
		Map<String, String> headers = new TreeMap<>();
		this.exchange.getRequestHeaders().forEach((name, values) -> {
			if (name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
				headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
			}
		});
		return headers;
	}

	/** The bytes of the body, not read yet. */
	public InputStream stream() {
		return this.exchange.getRequestBody();
	}

	/** The body as text; at most 64 MB (photos can be data URIs). */
	public String text() {
		if (this.text == null) {
			this.text = new String(read(), StandardCharsets.UTF_8);
		}
		return this.text;
	}

	/** The body as far as somebody has read it as text. */
	public String textSoFar() {
		return (this.text != null) ? this.text : "";
	}

	/** The body as JSON; empty when it is none. */
	public Optional<JsonNode> json() {
		try {
			return Optional.of(Json.MAPPER.readTree(text())).filter((node) -> !node.isMissingNode());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private byte[] read() {
		try {
			byte[] bytes = stream().readNBytes(MOST_TEXT + 1);
			if (bytes.length > MOST_TEXT) {
				throw new IllegalArgumentException("the body is larger than 64 MB");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> parse(URI uri) {
		Map<String, String> query = new LinkedHashMap<>();
		String raw = (uri.getRawQuery() != null) ? uri.getRawQuery() : "";
		for (String pair : raw.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			query.put(decode(name), decode(value));
		}
		return query;
	}

	private static String decode(String part) {
		return URLDecoder.decode(part, StandardCharsets.UTF_8);
	}

}
