package studio.avatar.common.contract;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What the provider says by itself about a job. Topic {@code provider.callbacks}, key:
 * job id. The gateway has checked that the provider said it, and nothing else: whoever
 * hears it checks the proof, and then asks the provider. It is a hint and no outcome.
 */
public sealed interface ProviderCallback {

	/**
	 * A request at the provider has ended.
	 *
	 * @param service whose job the called address names
	 * @param jobId training run or generation that the called address names
	 * @param proof what stood in the called address to show that this service gave it
	 * out; anybody can have the provider call an address
	 * @param requestId the provider's id of the request
	 * @param ok whether the provider calls it a success
	 * @param at when the provider signed it, to the second
	 */
	@JsonTypeName("provider.job-ended")
	record JobEnded(ServiceName service, UUID jobId, String proof, String requestId, boolean ok,
			Instant at) implements ProviderCallback {

		public JobEnded {
			Refuse.missing(service, "service");
			Refuse.missing(jobId, "jobId");
			Refuse.blank(proof, "proof");
			Refuse.blank(requestId, "requestId");
			Refuse.missing(at, "at");
		}
	}

	/** An event of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements ProviderCallback {
	}

}
