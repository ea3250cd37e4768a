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
 * throttle allows. The audit keeps what was wrong, who has to wait, and which programs
 * come.
 */
class SignIn implements AuthenticationProvider {

	private final AuthenticationProvider passwords;

	private final SignInThrottle throttle;

	private final AccessSettings settings;

	private final Audit audit;

	private final Visits programs;

	SignIn(AuthenticationProvider passwords, SignInThrottle throttle, AccessSettings settings, Audit audit,
			Visits programs) {
		this.passwords = passwords;
		this.throttle = throttle;
		this.settings = settings;
		this.audit = audit;
		this.programs = programs;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String name = attempt.getName();
		String address = address(attempt);
		Optional<Duration> wait = this.throttle.begin(name, address);
		if (wait.isPresent()) {
			throw new TooManyAttempts(wait.get());
		}
		Authentication signedIn = checked(attempt, name, address);
		if (attempt.getDetails() instanceof Program && this.programs.isFirst(name, address)) {
			note(name, "program signed in", address);
		}
		return signedIn;
	}

	private Authentication checked(Authentication attempt, String name, String address) {
		boolean right = false;
		try {
			Authentication signedIn = Objects.requireNonNull(this.passwords.authenticate(attempt));
			right = true;
			return signedIn;
		}
		catch (BadCredentialsException ex) {
			note(known(name), "sign-in failed", address);
			throw ex;
		}
		finally {
			if (this.throttle.end(name, address, right)) {
				note(known(name), "locked out for a while", address);
			}
		}
	}

	private void note(String who, String what, String address) {
		this.audit.note(who, what, "console", Map.of("address", address));
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
