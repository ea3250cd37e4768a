package studio.avatar.console.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import studio.avatar.common.messaging.Place;

/**
 * One event of a story.
 *
 * @param at when it was said
 * @param since after what came before it; zero for the first
 * @param from who said it
 * @param to who hears it
 * @param person whether the person did it, or is to see it
 * @param parkedBy those who could not handle it and still have it parked
 * @param replayed whether an operator's replay led to it
 */
record Step(Place place, String id, String type, Instant at, Duration since, Lane from, List<Lane> to, boolean person,
		Set<Lane> parkedBy, boolean replayed) {

	Step {
		to = List.copyOf(to);
		parkedBy = Set.copyOf(parkedBy);
	}

	/** Whether anybody has it parked. */
	public boolean parked() {
		return !this.parkedBy.isEmpty();
	}

}
