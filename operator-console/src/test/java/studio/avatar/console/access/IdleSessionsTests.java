package studio.avatar.console.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

class IdleSessionsTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private final MockHttpSession session = new MockHttpSession();

	private final List<String> signedOut = new ArrayList<>();

	@Test
	void aDeedKeepsTheSession() throws Exception {
		ask(0, "text/html", false);
		ask(29, "text/html", false);

		ask(58, "text/html", false);

		assertThat(this.session.isInvalid()).isFalse();
	}

	@Test
	void aPageThatRefreshesItselfDoesNotKeepIt() throws Exception {
		ask(0, "text/html", false);
		ask(20, "text/html", true);
		ask(29, "text/event-stream", false);

		MockHttpServletRequest last = ask(31, "text/html", true);

		assertThat(this.session.isInvalid()).isTrue();
		assertThat(last.getAttribute(IdleSessions.ENDED)).isEqualTo(true);
	}

	@Test
	void whoWasSignedOutIsTold() throws Exception {
		this.session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(new TestingAuthenticationToken("anna", "")));
		ask(0, "text/html", false);

		ask(31, "text/html", true);

		assertThat(this.signedOut).containsExactly("anna");
	}

	@Test
	void aDeedThatComesTooLateIsNotDoneAnyMore() throws Exception {
		ask(0, "text/html", false);

		ask(31, "text/html", false);

		assertThat(this.session.isInvalid()).isTrue();
	}

	private MockHttpServletRequest ask(int minute, String accept, boolean unattended)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setSession(this.session);
		request.addHeader("Accept", accept);
		if (unattended) {
			request.addHeader(IdleSessions.UNATTENDED, "true");
		}
		Clock clock = Clock.fixed(NOON.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
		new IdleSessions(Duration.ofMinutes(30), clock, this.signedOut::add).doFilter(request,
				new MockHttpServletResponse(), new MockFilterChain());
		return request;
	}

}
