package studio.avatar.console.access;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import studio.avatar.console.audit.Audit;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Where a sign-in by the form leads, and what the audit keeps of it and of its end. */
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
		implements AuthenticationFailureHandler, LogoutSuccessHandler {

	/**
	 * A session whose time is not up by {@link IdleSessions} is forgotten after a day.
	 */
	private static final int LONGEST_SECONDS = 24 * 60 * 60;

	private final Audit audit;

	SignInOutcome(Audit audit) {
		this.audit = audit;
		setRedirectStrategy((request, response, address) -> response.sendRedirect(withinThisPage(address)));
	}

	/**
	 * Host and scheme of an address are a proxy's business, and nobody is led elsewhere.
	 */
	static String withinThisPage(String address) {
		URI uri = URI.create(address);
		String path = (uri.getRawPath() == null || uri.getRawPath().isEmpty()) ? "/" : uri.getRawPath();
		String within = "/" + path.replaceFirst("^/+", "");
		return (uri.getRawQuery() != null) ? within + "?" + uri.getRawQuery() : within;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication signedIn) throws IOException, ServletException {
		noteOrRefuse(request, signedIn);
		request.getSession().setMaxInactiveInterval(LONGEST_SECONDS);
		super.onAuthenticationSuccess(request, response, signedIn);
	}

	/** Nobody is in whom the audit does not know. */
	private void noteOrRefuse(HttpServletRequest request, Authentication signedIn) {
		try {
			this.audit.note(signedIn.getName(), "signed in", "console", Map.of("address", request.getRemoteAddr()));
		}
		catch (RuntimeException ex) {
			request.getSession().invalidate();
			throw ex;
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException why) throws IOException {
		response
			.sendRedirect((why instanceof TooManyAttempts many) ? "/sign-in?wait=" + many.seconds() : "/sign-in?wrong");
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication signedIn) throws IOException {
		if (signedIn != null) {
			this.audit.note(signedIn.getName(), "signed out", "console", Map.of("address", request.getRemoteAddr()));
		}
		response.sendRedirect("/sign-in?out");
	}

}
