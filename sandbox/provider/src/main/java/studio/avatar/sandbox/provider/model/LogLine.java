package studio.avatar.sandbox.provider.model;

import java.time.Instant;

/**
 * A line of a request's log; one with a time still to come is not shown yet.
 *
 * @param message the line
 * @param level STDERR, STDOUT, ERROR, INFO, WARN or DEBUG
 * @param source who wrote it
 * @param timestamp when
 */
public record LogLine(String message, String level, String source, Instant timestamp) {

	public static LogLine info(Instant at, String message) {
		return new LogLine(message, "INFO", "USER", at);
	}

	/** Progress bars are written to standard error. */
	public static LogLine progress(Instant at, String message) {
		return new LogLine(message, "STDERR", "USER", at);
	}

	public static LogLine error(Instant at, String message) {
		return new LogLine(message, "ERROR", "USER", at);
	}

}
