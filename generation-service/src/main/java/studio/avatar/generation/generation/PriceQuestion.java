package studio.avatar.generation.generation;

import studio.avatar.common.talk.Talk;

/** Asks a person for a wish's price before anything is ordered. */
public interface PriceQuestion {

	/** Shows the wish and what it costs now, below; nothing is ordered by it. */
	void ask(Talk talk, Wish wish);

}
