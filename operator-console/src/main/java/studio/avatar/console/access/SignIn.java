package studio.avatar.console.access;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import studio.avatar.console.audit.Audit;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks name and password of a form and of HTTP Basic alike: not more often than the
 * throttle allows, and what was wrong is kept in the audit.
 */
class SignIn implements AuthenticationProvider {

	private final AuthenticationProvider passwords;

	private final SignInThrottle throttle;

	private final AccessSettings settings;

	private final Audit audit;

	SignIn(AuthenticationProvider passwords, SignInThrottle throttle, AccessSettings settings, Audit audit) {
		this.passwords = passwords;
		this.throttle = throttle;
		this.settings = settings;
		this.audit = audit;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String name = attempt.getName();
		String address = address(attempt);
		Optional<Duration> wait = this.throttle.begin(name, address);
		if (wait.isPresent()) {
			throw new TooManyAttempts(wait.get());
		}
		boolean right = false;
		try {
			Authentication signedIn = checked(attempt, name, address);
			right = true;
			return signedIn;
		}
		finally {
			this.throttle.end(name, address, right);
		}
	}

	private Authentication checked(Authentication attempt, String name, String address) {
		try {
			return Objects.requireNonNull(this.passwords.authenticate(attempt));
		}
		catch (BadCredentialsException ex) {
			this.audit.note(known(name), "sign-in failed", "console", Map.of("address", address));
			throw ex;
		}
	}

	// Somebody may have typed a password into the wrong field: it is not kept.
	private String known(String name) {
		return (this.settings.named(name) != null) ? name : "(unknown name)";
	}

	private static String address(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "unknown";
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
