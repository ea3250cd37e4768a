package studio.avatar.console.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says in words why somebody who is signed in may not do what they asked. */
class NotAllowed implements AccessDeniedHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
			throws IOException {
		boolean old = why instanceof CsrfException;
		if (old && request.getRequestURI().equals("/sign-in")) {
			response.sendRedirect("/sign-in?again");
			return;
		}
		response.sendError(HttpServletResponse.SC_FORBIDDEN,
				old ? "This page has been open for too long, or "
						+ "somebody else's page asked. Nothing was done: load the page again."
						: "Your roles do not allow this.");
	}

}
