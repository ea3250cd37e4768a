package studio.avatar.console.archive;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import studio.avatar.console.page.Refused;

/** A search was given up before it was over; its message tells people what helps. */
public class SearchTookTooLong extends Refused {

	private final String sentence;

	SearchTookTooLong(Duration patience, Throwable cause) {
		this("The search took longer than %d s and was given up. Give it a shorter time, or a chat or a type."
			.formatted(patience.toSeconds()), cause);
	}

	private SearchTookTooLong(String sentence, Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, sentence);
		this.sentence = sentence;
		addSuppressed(cause); // the parent has said already that there is no cause
	}

	@Override
	public String getMessage() {
		return this.sentence;
	}

}
