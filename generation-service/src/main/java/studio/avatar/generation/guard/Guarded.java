package studio.avatar.generation.guard;

import studio.avatar.common.contract.Card;

/** What a guard gives: the value that work needs, or the refusal to show instead. */
public sealed interface Guarded<T> {

	/** The work may begin. */
	record Passed<T>(T value) implements Guarded<T> {
	}

	/**
	 * The work may not begin.
	 *
	 * @param card says why, with a button that helps
	 */
	record Refused<T>(Card card) implements Guarded<T> {
	}

}
