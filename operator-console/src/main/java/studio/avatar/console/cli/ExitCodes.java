package studio.avatar.console.cli;

/** How the program ends, for scripts. */
final class ExitCodes {

	/** What was asked is done. */
	static final int DONE = 0;

	/** It failed, or the replay ended in another way than completed. */
	static final int ERROR = 1;

	/** It was called in a way that makes no sense. */
	static final int USAGE = 2;

	/** It makes sense and is refused, or another person has to approve it first. */
	static final int REFUSED = 3;

	/** The preview is complete, and says that some of the records would fail. */
	static final int WOULD_FAIL = 4;

	private ExitCodes() {
	}

	static int of(int httpStatus) {
		return switch (httpStatus) {
			case 400, 415 -> USAGE;
			case 403, 409 -> REFUSED;
			default -> ERROR;
		};
	}

}
