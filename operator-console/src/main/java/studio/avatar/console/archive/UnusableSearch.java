package studio.avatar.console.archive;

import org.springframework.http.HttpStatus;

import studio.avatar.console.page.Refused;

/** A search that says nothing the archive can look for; its message tells people why. */
public class UnusableSearch extends Refused {

	private final String sentence;

	public UnusableSearch(String sentence) {
		super(HttpStatus.BAD_REQUEST, sentence);
		this.sentence = sentence;
	}

	@Override
	public String getMessage() {
		return this.sentence;
	}

}
