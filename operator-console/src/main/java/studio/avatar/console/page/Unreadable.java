package studio.avatar.console.page;

import java.io.IOException;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says which part of a call could not be read, or that the database is away;
 * {@link ErrorPage} shows it.
 */
@ControllerAdvice
class Unreadable {

	private static final int SHOWN = 80;

	@ExceptionHandler
	void parameter(MethodArgumentTypeMismatchException why, HttpServletResponse response) throws IOException {
		response.sendError(400, "“%s” cannot be read as %s.".formatted(beginning(why.getValue()), why.getName()));
	}

	@ExceptionHandler
	void body(HttpMessageNotReadableException why, HttpServletResponse response) throws IOException {
		String where = (why.getCause() instanceof JacksonException json) ? field(json) : "";
		response.sendError(400, "The body of the call is no JSON that fits" + where + ".");
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, CannotCreateTransactionException.class,
			TransactionSystemException.class, QueryTimeoutException.class })
	void away(Exception why, HttpServletResponse response) throws IOException {
		LoggerFactory.getLogger(Unreadable.class).warn("The database does not answer", why);
		response.sendError(503);
	}

	private static String field(JacksonException json) {
		String path = json.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining("."));
		return path.isEmpty() ? "" : ": look at " + path;
	}

	private static String beginning(@Nullable Object text) {
		String all = String.valueOf(text);
		return (all.length() <= SHOWN) ? all : all.substring(0, SHOWN) + "…";
	}

}
