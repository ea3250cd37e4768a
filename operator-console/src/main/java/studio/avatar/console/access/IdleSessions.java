package studio.avatar.console.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * Signs out whoever did nothing for a while. Pages refresh themselves: that is nobody's
 * deed, and a page left open does not keep its session.
 */
class IdleSessions extends OncePerRequestFilter {

	/** What console.js sends along with a request that nobody's hand began. */
	static final String UNATTENDED = "X-Unattended";

	/** Set on a request whose session was ended here. */
	static final String ENDED = IdleSessions.class.getName() + ".ended";

	private static final String LAST_DEED = IdleSessions.class.getName() + ".lastDeed";

	private final Duration idle;

	private final Clock clock;

	private final Consumer<String> told;

	/**
	 * Ends sessions after so long.
	 * @param told the names of those who were signed out
	 */
	IdleSessions(Duration idle, Clock clock, Consumer<String> told) {
		this.idle = idle;
		this.clock = clock;
		this.told = told;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			look(session, request);
		}
		chain.doFilter(request, response);
	}

	private void look(HttpSession session, HttpServletRequest request) {
		Instant now = this.clock.instant();
		if (session.getAttribute(LAST_DEED) instanceof Instant last && last.plus(this.idle).isBefore(now)) {
			request.setAttribute(ENDED, true);
			end(session);
		}
		else if (isDeed(request) || session.getAttribute(LAST_DEED) == null) {
			session.setAttribute(LAST_DEED, now);
		}
	}

	private void end(HttpSession session) {
		Optional<String> name = Optional.ofNullable(session.getAttribute(SPRING_SECURITY_CONTEXT_KEY))
			.map((context) -> ((SecurityContext) context).getAuthentication())
			.map(Authentication::getName);
		session.invalidate();
		name.ifPresent(this.told);
	}

	private static boolean isDeed(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		boolean stream = accept != null && accept.startsWith("text/event-stream");
		return request.getHeader(UNATTENDED) == null && !stream;
	}

}
