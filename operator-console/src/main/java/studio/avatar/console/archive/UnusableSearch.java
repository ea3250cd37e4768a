package studio.avatar.console.archive;

/** A search that says nothing the archive can look for; its message tells people why. */
public class UnusableSearch extends RuntimeException {

	public UnusableSearch(String sentence) {
		super(sentence);
	}

}
