package studio.avatar.sandbox.provider;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request the simulated provider has accepted, as it stands now. Every one of them
 * would have cost money.
 *
 * @param id {@code request_id}
 * @param endpoint the endpoint it was submitted to, with its sub-path
 * @param input the model input as it was sent
 * @param state where it stands
 * @param submittedAt when it was accepted
 * @param errorType {@code error_type} of a request that completed with an error; absent
 * while it runs and on success
 */
public record SimulatedRequest(String id, String endpoint, JsonNode input, State state, Instant submittedAt,
		@Nullable String errorType) {

	/**
	 * The three states the queue knows. A failed or cancelled request is completed, too,
	 * with an error.
	 */
	public enum State {

		/** Waits for a runner. */
		IN_QUEUE,
		/** A runner works on it. */
		IN_PROGRESS,
		/** Nothing more will happen to it. */
		COMPLETED

	}

}
