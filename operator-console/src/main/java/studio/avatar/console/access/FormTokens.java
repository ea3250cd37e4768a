package studio.avatar.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token of forms: with the session of somebody who signed in, in a cookie of
 * somebody who did not. A visit alone leaves nothing here, however many there are.
 */
class FormTokens implements CsrfTokenRepository {

	private final HttpSessionCsrfTokenRepository ofSessions = new HttpSessionCsrfTokenRepository();

	private final CookieCsrfTokenRepository ofStrangers = new CookieCsrfTokenRepository();

	/**
	 * For pages that are asked for over HTTPS, or not.
	 * @param https whether the cookie is sent over HTTPS only
	 */
	FormTokens(boolean https) {
		this.ofStrangers.setCookieName("console-form");
		this.ofStrangers.setHeaderName("X-CSRF-TOKEN"); // as those of sessions
		this.ofStrangers.setCookieCustomizer((cookie) -> cookie.sameSite("Lax").secure(https));
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return of(request).generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		of(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return of(request).loadToken(request);
	}

	private CsrfTokenRepository of(HttpServletRequest request) {
		return (request.getSession(false) != null) ? this.ofSessions : this.ofStrangers;
	}

}
