package studio.avatar.common.messaging;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Position in a distributed trace, written as W3C Trace Context's {@code traceparent}.
 *
 * @param traceId 32 hex digits, the same for everything one update leads to
 * @param spanId 16 hex digits, the step itself
 */
public record Trace(String traceId, String spanId) {

	private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

	/** A new trace. */
	public static Trace begin() {
		return new Trace(hex(16), hex(8));
	}

	/**
	 * Reads a header; a missing or damaged one begins a new trace, since a trace is never
	 * worth a failure.
	 */
	public static Trace parse(@Nullable String traceparent) {
		if (traceparent == null) {
			return begin();
		}
		var matcher = TRACEPARENT.matcher(traceparent);
		return matcher.matches() ? new Trace(matcher.group(1), matcher.group(2)) : begin();
	}

	/** The next step in the same trace. */
	public Trace child() {
		return new Trace(this.traceId, hex(8));
	}

	/** The header's value, marked as sampled. */
	public String traceparent() {
		return "00-%s-%s-01".formatted(this.traceId, this.spanId);
	}

	private static String hex(int bytes) {
		byte[] random = new byte[bytes];
		ThreadLocalRandom.current().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}
