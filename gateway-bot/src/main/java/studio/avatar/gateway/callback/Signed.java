package studio.avatar.gateway.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What the provider's headers say of a webhook before its body is read.
 *
 * @param requestId and {@code userId}: no more than a part of what is signed
 * @param timestamp Unix seconds, as they stood there
 * @param signature 64 bytes
 */
record Signed(String requestId, String userId, String timestamp, byte[] signature) {

	private static final String PREFIX = "X-Fal-Webhook-";

	/** One line of printable ASCII, so that nothing can move the lines of the message. */
	private static final Pattern WORD = Pattern.compile("[!-~]{1,200}");

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

	private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{128}");

	/** Empty when a header is missing, comes twice or cannot be what it should be. */
	static Optional<Signed> of(HttpHeaders headers) {
		String requestId = only(headers, "Request-Id", WORD);
		String userId = only(headers, "User-Id", WORD);
		String timestamp = only(headers, "Timestamp", SECONDS);
		String signature = only(headers, "Signature", SIGNATURE);
		return (requestId != null && userId != null && timestamp != null && signature != null)
				? Optional.of(new Signed(requestId, userId, timestamp, HexFormat.of().parseHex(signature)))
				: Optional.empty();
	}

	private static @Nullable String only(HttpHeaders headers, String name, Pattern shape) {
		var values = headers.getOrEmpty(PREFIX + name);
		return (values.size() == 1 && shape.matcher(values.getFirst()).matches()) ? values.getFirst() : null;
	}

	/** When it was signed. */
	Instant at() {
		try {
			return Instant.ofEpochSecond(Long.parseLong(this.timestamp));
		}
		catch (DateTimeException ex) {
			return Instant.MAX;
		}
	}

	/**
	 * What the signature is made of.
	 * @param digest SHA-256 of the body as it came
	 */
	String message(byte[] digest) {
		return String.join("\n", this.requestId, this.userId, this.timestamp, HexFormat.of().formatHex(digest));
	}

}
