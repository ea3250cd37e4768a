package studio.avatar.sandbox.backing;

import org.jspecify.annotations.Nullable;

/** A server could not be started or ended; the message is one sentence for a person. */
public class BackingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public BackingException(String message) {
		this(message, null);
	}

	public BackingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
