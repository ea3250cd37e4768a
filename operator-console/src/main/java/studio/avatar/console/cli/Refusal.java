package studio.avatar.console.cli;

/** The console, or the way to it, refuses; the message says why, in words. */
class Refusal extends RuntimeException {

	private final int exitCode;

	private final boolean passing;

	Refusal(int exitCode, String words) {
		this(exitCode, words, false);
	}

	private Refusal(int exitCode, String words, boolean passing) {
		super(words.replaceAll("[\\p{Cc}\\p{Cf}]", " "));
		this.exitCode = exitCode;
		this.passing = passing;
	}

	/** It may be otherwise in a moment. */
	static Refusal passing(String words) {
		return new Refusal(ExitCodes.ERROR, words, true);
	}

	boolean isPassing() {
		return this.passing;
	}

	/** How the program ends: see {@link ExitCodes}. */
	int exitCode() {
		return this.exitCode;
	}

}
