package studio.avatar.console.access;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every template who looks at it: {@code who}, absent before signing in. */
@ControllerAdvice
class WhoOnEveryPage {

	@ModelAttribute("who")
	@Nullable Who who() {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		boolean somebody = signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken);
		return somebody ? Who.of(signedIn) : null;
	}

}
