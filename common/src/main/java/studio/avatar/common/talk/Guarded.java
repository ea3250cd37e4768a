package studio.avatar.common.talk;

/** What a guard gives: the value that work needs, or the refusal to show instead. */
public sealed interface Guarded<T> {

	/** The work may begin. */
	record Passed<T>(T value) implements Guarded<T> {
	}

	/**
	 * The work may not begin.
	 *
	 * @param answer says why, with a button that helps
	 */
	record Refused<T>(Screen answer) implements Guarded<T> {
	}

}
