package studio.avatar.sandbox.provider.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call is answered with.
 *
 * @param status HTTP status; 0 cuts the connection without an answer
 * @param headers answer headers, content type included
 * @param body the bytes
 */
public record Reply(int status, Map<String, String> headers, Body body) {

	private static final Body NOTHING = new Body(0, InputStream::nullInputStream);

	/** Bytes of a known length, opened when they are sent. */
	public record Body(long length, Source source) {
	}

	/** Opens the bytes of a body. */
	@FunctionalInterface
	public interface Source {

		InputStream open() throws IOException;

	}

	/** The connection is cut without an answer. */
	public static Reply cut() {
		return new Reply(0, Map.of(), NOTHING);
	}

	public static Reply empty(int status) {
		return new Reply(status, Map.of(), NOTHING);
	}

	/** Anything Jackson can write. */
	public static Reply json(int status, Object value) {
		return text(status, "application/json", Json.MAPPER.writeValueAsString(value));
	}

	public static Reply text(int status, String type, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return new Reply(status, Map.of("Content-Type", type),
				new Body(bytes.length, () -> new ByteArrayInputStream(bytes)));
	}

	public static Reply file(String type, Path file) throws IOException {
		return new Reply(200, Map.of("Content-Type", type),
				new Body(Files.size(file), () -> Files.newInputStream(file)));
	}

	/** The same answer with one more header. */
	public Reply with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Reply(this.status, more, this.body);
	}

}
