package studio.avatar.console.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the right one would not be heard now either. */
class TooManyAttempts extends AuthenticationException {

	private final long seconds;

	TooManyAttempts(Duration wait) {
		super("Too many wrong passwords. Try again in " + roundedUp(wait) + " seconds.");
		this.seconds = roundedUp(wait);
	}

	private static long roundedUp(Duration wait) {
		return wait.plusMillis(999).toSeconds();
	}

	/** How long to wait. */
	long seconds() {
		return this.seconds;
	}

}
