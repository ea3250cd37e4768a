package studio.avatar.console.cli;

import tools.jackson.databind.node.ObjectNode;

/** The console, or the way to it, refuses; the message says why, in words. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final int exitCode;

	private final int status;

	/**
	 * Said by the program itself.
	 * @param exitCode see {@link ExitCodes}
	 */
	Refusal(int exitCode, String words) {
		this(exitCode, words, 0);
	}

	private Refusal(int exitCode, String words, int status) {
		super(words.replaceAll("[\\p{Cc}\\p{Cf}]", " "));
		this.exitCode = exitCode;
		this.status = status;
	}

	/** What the console answered. */
	static Refusal answered(int status, String words) {
		return new Refusal(ExitCodes.of(status), words.isBlank() ? "The console answers " + status + "." : words,
				status);
	}

	/** The console did not answer: as if somebody in between had said so. */
	static Refusal silent(String words) {
		return new Refusal(ExitCodes.ERROR, words, 503);
	}

	/** Whether it may be otherwise in a moment. */
	boolean isPassing() {
		return this.status == 429 || this.status >= 500;
	}

	/** How the program ends: see {@link ExitCodes}. */
	int exitCode() {
		return this.exitCode;
	}

	/** The same for programs, as problem details (RFC 9457). */
	String problem() {
		ObjectNode problem = ConsoleApi.JSON.createObjectNode().put("detail", getMessage());
		return ((this.status != 0) ? problem.put("status", this.status) : problem).toString();
	}

}
