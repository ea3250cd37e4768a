package studio.avatar.console.access;

import java.time.Clock;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import studio.avatar.console.audit.Audit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * The rules of pages and API: who looks needs a sign-in, who changes something is an
 * operator, who approves an approver. Pages know a session, programs sign in with every
 * call.
 */
@Component
class PageAccess {

	/** Nothing but our own files is run, shown or asked; nobody shows us in a frame. */
	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String[] OPEN = { "/sign-in", "/error", "/*.css", "/*.js", "/*.svg", "/favicon.ico",
			"/webjars/**" };

	private final AccessSettings settings;

	private final Audit audit;

	private final Clock clock;

	private final FormTokens tokens;

	PageAccess(AccessSettings settings, Audit audit, Clock clock,
			@Value("${server.servlet.session.cookie.secure}") boolean https) {
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
		this.tokens = new FormTokens(https);
	}

	SecurityFilterChain api(HttpSecurity http) throws Exception {
		http.securityMatcher("/api/**")
			.httpBasic((basic) -> basic.authenticationEntryPoint(new SignInFirst())
				.authenticationDetailsSource(Program::new));
		http.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(PageAccess::couldBeForged)
			.csrfTokenRepository(this.tokens));
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
		http.requestCache((cache) -> cache.disable());
		http.authorizeHttpRequests(PageAccess::byRole);
		return common(http).build();
	}

	SecurityFilterChain pages(HttpSecurity http) throws Exception {
		SignInOutcome outcome = new SignInOutcome(this.audit);
		RequestCache wholePages = wholePages();
		outcome.setRequestCache(wholePages);
		http.formLogin((form) -> form.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome));
		http.logout((out) -> out.logoutUrl("/sign-out").logoutSuccessHandler(outcome).deleteCookies("console-session"));
		http.csrf((csrf) -> csrf.csrfTokenRepository(this.tokens));
		http.requestCache((cache) -> cache.requestCache(wholePages));
		http.authorizeHttpRequests((asked) -> {
			asked.requestMatchers(OPEN).permitAll();
			byRole(asked);
		});
		return common(http).build();
	}

	private HttpSecurity common(HttpSecurity http) throws Exception {
		http.addFilterBefore(new IdleSessions(this.settings.idle(), this.clock, this::noteIdle),
				SecurityContextHolderFilter.class);
		http.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInFirst())
			.accessDeniedHandler(new NotAllowed()));
		return http.headers(PageAccess::headers);
	}

	private void noteIdle(String name) {
		this.audit.note(name, "was signed out", "console", Map.of("idle", this.settings.idle().toString()));
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.frameOptions((frames) -> frames.deny())
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((may) -> may.policy("camera=(), microphone=(), geolocation=(), payment=()"));
	}

	private static void byRole(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry asked) {
		asked.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll();
		asked.requestMatchers(HttpMethod.GET).hasRole(Role.VIEWER.name());
		asked.requestMatchers(HttpMethod.HEAD).hasRole(Role.VIEWER.name());
		asked.requestMatchers(PageAccess::isApproval).hasRole(Role.APPROVER.name());
		asked.anyRequest().hasRole(Role.OPERATOR.name());
	}

	private static boolean isApproval(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.endsWith("/approve") || path.endsWith("/reject");
	}

	// A call that brings its password is made by a program; a browser's session is sent
	// along whoever asks.
	private static boolean couldBeForged(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		boolean program = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
		return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !program;
	}

	/**
	 * After signing in one comes to the page one wanted, and never to a part of a page.
	 */
	private static RequestCache wholePages() {
		CookieRequestCache cache = new CookieRequestCache(); // nothing is kept here for
																// strangers
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod())
				&& request.getHeader("HX-Request") == null && accepts(request, "text/html"));
		return cache;
	}

	private static boolean accepts(HttpServletRequest request, String type) {
		String accept = request.getHeader("Accept");
		return accept != null && accept.contains(type);
	}

}
