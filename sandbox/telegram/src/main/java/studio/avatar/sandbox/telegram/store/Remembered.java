package studio.avatar.sandbox.telegram.store;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * Something that survives a restart: it says what changed and can be told so again.
 */
public interface Remembered {

	/** Marks its changes in the log. */
	String kind();

	/**
	 * Takes a change in that it, or its {@link #snapshot}, once wrote.
	 */
	void recall(JsonNode change);

	/**
	 * Writes the changes that lead from nothing to the present state.
	 */
	void snapshot(Consumer<JsonNode> changes);

}
