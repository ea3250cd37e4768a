package studio.avatar.console.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people to the sign-in page, and tells programs that they have to sign in. */
class SignInFirst implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
			throws IOException {
		String page = (request.getAttribute(IdleSessions.ENDED) != null) ? "/sign-in?idle" : "/sign-in";
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", page);
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else if (request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/actuator")) {
			tellPrograms(request, response, why);
		}
		else {
			response.sendRedirect(page);
		}
	}

	// A browser would ask for the password in a window of its own and then send it along
	// by itself,
	// with what other sites make it send too: it is not invited to.
	private static void tellPrograms(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException why) throws IOException {
		if (request.getHeader("Sec-Fetch-Mode") == null) {
			response.setHeader("WWW-Authenticate", "Basic realm=\"operator-console\", charset=\"UTF-8\"");
		}
		if (why instanceof TooManyAttempts many) {
			response.setHeader("Retry-After", String.valueOf(many.seconds()));
			response.sendError(429, many.getMessage());
			return;
		}
		boolean nobody = why instanceof InsufficientAuthenticationException;
		response.sendError(401, nobody ? "Sign in first." : "Name or password is wrong.");
	}

}
