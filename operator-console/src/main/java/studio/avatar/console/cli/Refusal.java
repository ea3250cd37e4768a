package studio.avatar.console.cli;

/** The console, or the way to it, refuses; the message says why, in words. */
class Refusal extends RuntimeException {

	private final int exitCode;

	Refusal(int exitCode, String words) {
		super(words);
		this.exitCode = exitCode;
	}

	/** How the program ends: see {@link ExitCodes}. */
	int exitCode() {
		return this.exitCode;
	}

}
