package studio.avatar.sandbox.telegram.http;

/**
 * A request whose body cannot be taken; the caller sees the status and the words.
 */
public final class UnreadableRequest extends RuntimeException {

	private final int status;

	UnreadableRequest(int status, String message) {
		super(message);
		this.status = status;
	}

	/** HTTP status, 4xx. */
	public int status() {
		return this.status;
	}

}
