package studio.avatar.console.replay;

import org.springframework.http.HttpStatus;

import studio.avatar.console.page.Refused;

/**
 * What an operator wants of a replay cannot be done; the message says why, in words for
 * them.
 */
public class ReplayRefused extends Refused {

	private final String words;

	/** It makes sense, but not now, or not for this consumer or this operator. */
	public ReplayRefused(String words) {
		this(HttpStatus.CONFLICT, words);
	}

	private ReplayRefused(HttpStatus status, String words) {
		super(status, words);
		this.words = words;
	}

	static ReplayRefused unknown(Object id) {
		return new ReplayRefused(HttpStatus.NOT_FOUND, "There is no replay %s.".formatted(id));
	}

	/** Nonsense in what was sent. */
	static ReplayRefused nonsense(String words) {
		return new ReplayRefused(HttpStatus.BAD_REQUEST, words);
	}

	@Override
	public String getMessage() {
		return this.words;
	}

}
