package studio.avatar.console.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was asked cannot be done: its sentence is shown to whoever asked, on a page as
 * well as by the API.
 */
public class Refused extends ResponseStatusException {

	public Refused(HttpStatus status, String words) {
		super(status, words);
	}

	/** What was asked makes no sense as it was written. */
	public static Refused senseless(String words) {
		return new Refused(HttpStatus.BAD_REQUEST, words);
	}

	/** There is no such thing. */
	public static Refused unknown(String words) {
		return new Refused(HttpStatus.NOT_FOUND, words);
	}

	/** It makes sense, but not now, or not for the one who asked. */
	public static Refused conflicting(String words) {
		return new Refused(HttpStatus.CONFLICT, words);
	}

}
