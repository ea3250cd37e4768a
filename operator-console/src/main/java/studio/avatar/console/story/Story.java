package studio.avatar.console.story;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import studio.avatar.common.contract.Topic;

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

	/**
	 * How many of them are a provider's webhooks. Those have correlation ids of their
	 * own.
	 */
	public long webhooks() {
		return this.steps.stream()
			.filter((step) -> step.place().topic().equals(Topic.PROVIDER_CALLBACKS.topicName()))
			.count();
	}

	/** From the first event to the last. */
	public Duration lasted() {
		return this.steps.isEmpty() ? Duration.ZERO
				: Duration.between(this.steps.getFirst().at(), this.steps.getLast().at());
	}

}
