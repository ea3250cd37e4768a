package studio.avatar.console.story;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything with one correlation id, in the order it was said.
 */
record Story(String correlationId, List<Step> steps) {

	Story {
		steps = List.copyOf(steps);
	}

	/** Those it concerns, from left to right. */
	Set<Lane> lanes() {
		EnumSet<Lane> lanes = EnumSet.noneOf(Lane.class);
		this.steps.forEach((step) -> {
			lanes.add(step.from());
			lanes.addAll(step.to());
			if (step.person()) {
				lanes.add(Lane.PERSON);
				lanes.add(Lane.GATEWAY);
			}
		});
		return lanes;
	}

	/** From the first event to the last. */
	public Duration lasted() {
		return this.steps.isEmpty() ? Duration.ZERO
				: Duration.between(this.steps.getFirst().at(), this.steps.getLast().at());
	}

}
