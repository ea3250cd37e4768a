package studio.avatar.console.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a call comes from that brings its password itself. */
class Program extends WebAuthenticationDetails {

	private static final long serialVersionUID = 1;

	Program(HttpServletRequest request) {
		super(request);
	}

}
