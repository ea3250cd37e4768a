package studio.avatar.console;

import java.util.Objects;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token of a form, as a page gave it to somebody who signed in. Spring's own test
 * support puts another keeper of tokens into the console for all tests that follow.
 */
public final class FormToken {

	private FormToken() {
	}

	public static RequestPostProcessor csrf() {
		return (request) -> {
			HttpSessionCsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();
			MockHttpServletResponse unused = new MockHttpServletResponse();
			CsrfToken token = kept.generateToken(request);
			kept.saveToken(token, request, unused);
			new XorCsrfTokenRequestAttributeHandler().handle(request, unused, () -> token);
			CsrfToken shown = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
			request.setParameter(shown.getParameterName(), shown.getToken());
			return request;
		};
	}

}
