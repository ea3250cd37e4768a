package studio.avatar.sandbox.provider.model;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import studio.avatar.sandbox.provider.Pace;
import tools.jackson.databind.JsonNode;

/** A model behind an endpoint of the queue. */
public interface Model {

	/** {@code owner/app} with its sub-path, if it has one. */
	String endpoint();

	/** How long a request of this model works. */
	Duration time(Pace pace);

	/** Every input field it knows. */
	Set<String> fields();

	/**
	 * Does the work, as fast as it can; the queue waits until the order's end. Lines may
	 * carry a time still to come.
	 */
	Outcome work(Order order, Consumer<LogLine> log) throws Refusal, IOException, InterruptedException;

	/**
	 * Input fields it does not know; it ignores them in silence, as the provider does.
	 */
	default List<String> ignored(JsonNode input) {
		return input.propertyNames().stream().filter((name) -> !fields().contains(name)).toList();
	}

}
