package studio.avatar.sandbox.launch;

import org.jspecify.annotations.Nullable;

/** The sandbox cannot run; the message is one sentence for a person. */
public class SandboxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public SandboxException(String message) {
		this(message, null);
	}

	public SandboxException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
