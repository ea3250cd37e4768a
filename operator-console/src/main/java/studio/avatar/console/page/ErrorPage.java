package studio.avatar.console.page;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says in words what went wrong: to programs as problem details (RFC 9457), to people as
 * a page, and to a part of a page as a notice.
 */
@Hidden
@Controller
class ErrorPage implements ErrorController {

	private static final Map<Integer, String> WORDS = Map.of(400, "What was asked makes no sense as it was written.",
			401, "Sign in first.", 403, "You may not do this.", 404, "There is nothing here.", 405,
			"This cannot be done here.", 406, "It cannot be given in the form that was asked for.", 409,
			"This cannot be done now.", 415, "What was sent is in a form that is not understood here.", 503,
			"This takes longer than it may, or a part of the system is away. Try again in a moment.");

	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		HttpStatusCode status = status(request);
		String words = words(status, (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return isForPrograms(path, request) ? problem(status, words) : page(request, status, words);
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatusCode status, String words) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static ModelAndView page(HttpServletRequest request, HttpStatusCode status, String words) {
		boolean part = request.getHeader("HX-Request") != null;
		String view = part ? "page/error :: notice" : "page/error";
		return new ModelAndView(view, Map.of("code", status.value(), "title", title(status), "words", words), status);
	}

	private static boolean isForPrograms(String path, HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		boolean wantsJson = accept != null && accept.contains("json") && !accept.contains("html");
		return request.getHeader("HX-Request") == null && (path.startsWith("/api/") || wantsJson);
	}

	private static HttpStatusCode status(HttpServletRequest request) {
		if (Away.isSaidBy((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return HttpStatusCode.valueOf((code instanceof Integer known) ? known : 404);
	}

	// What broke inside is in the log and nobody's business outside.
	private static String words(HttpStatusCode status, @Nullable String message) {
		boolean said = message != null && !message.isBlank() && (status.is4xxClientError() || status.value() == 503);
		return said ? String.valueOf(message) : WORDS.getOrDefault(status.value(),
				"Something went wrong in the console itself. What it was is in its log.");
	}

	private static String title(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.getReasonPhrase() : "Error";
	}

}
