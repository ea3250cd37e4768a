package studio.avatar.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class AwayTests {

	@Test
	void aDatabaseThatIsAwayBeforeAPageIsBegunOrWhileItIsWrittenIsSaidToo() {
		assertThat(status(new ServletException(new CannotCreateTransactionException("no connection")))).isEqualTo(503);
	}

	@Test
	void aDatabaseThatTakesTooLongIsSaidLikewise() {
		assertThat(status(new ServletException(new QueryTimeoutException("57014")))).isEqualTo(503);
	}

	@Test
	void whatElseBreaksIsNoSuchThing() {
		assertThat(status(new ServletException(new IllegalStateException("broken")))).isEqualTo(500);
	}

	private static int status(Throwable why) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/audit");
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, why);
		return ((ResponseEntity<?>) new ErrorPage().error(request)).getStatusCode().value();
	}

}
