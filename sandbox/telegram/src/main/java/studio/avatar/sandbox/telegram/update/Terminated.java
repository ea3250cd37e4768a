package studio.avatar.sandbox.telegram.update;

/**
 * A poll that something else took the place of: two bots share one token, or a webhook
 * was set.
 */
public final class Terminated extends RuntimeException {

	/**
	 * A poll is over.
	 * @param by what ended it, in Telegram's words
	 */
	Terminated(String by) {
		super(by);
	}

}
