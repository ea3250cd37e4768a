package studio.avatar.generation.generation;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ProviderCallback;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ProviderCallback.Unrecognized;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.JobCallbacks;
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.Unknown;

/**
 * Hears what the provider says by itself about generations. It decides nothing: the
 * provider is asked sooner, and about a request that was not known it is asked at all.
 */
@Component
public class GenerationCallbacks {

	private static final Logger log = LoggerFactory.getLogger(GenerationCallbacks.class);

	private final JobCallbacks callbacks;

	private final FalQueue queue;

	private final Generations generations;

	private final Moves moves;

	GenerationCallbacks(JobCallbacks callbacks, FalQueue queue, Generations generations, Moves moves) {
		this.callbacks = callbacks;
		this.queue = queue;
		this.generations = generations;
		this.moves = moves;
	}

	public void on(Envelope<ProviderCallback> envelope) {
		switch (envelope.event()) {
			case JobEnded ended when ended.service() != ServiceName.GENERATION -> {
			}
			case JobEnded ended when !this.callbacks.isProved(ended) ->
				log.atDebug().addKeyValue("jobId", ended.jobId()).log("Callback without proof left alone");
			case JobEnded ended ->
				this.generations.locked(ended.jobId()).ifPresent((generation) -> called(generation, ended.requestId()));
			case Unrecognized _ -> {
			}
		}
	}

	private void called(Generation generation, String requestId) {
		switch (generation) {
			case Held _, Submitting _, Unknown _ -> {
				this.moves.accepted(generation.id(),
						ProviderJob.of(this.queue.known(generation.order().endpoint(), requestId)));
				this.moves.askNow(generation.id());
			}
			case Submitted submitted -> {
				if (!isOf(submitted.request(), requestId)) {
					paidInVain(generation, requestId);
				}
				this.moves.askNow(generation.id());
			}
			case Cancelled cancelled when !isOf(cancelled.stray(), requestId) -> paidInVain(generation, requestId);
			case Expired expired when !isOf(expired.stray(), requestId) -> paidInVain(generation, requestId);
			case Requested _, Completed _, Failed _, Cancelled _, Expired _ -> {
			}
		}
	}

	private static boolean isOf(@Nullable ProviderJob known, String requestId) {
		return known != null && known.requestId().equals(requestId);
	}

	/** Credits that went back stay where they are. */
	private static void paidInVain(Generation generation, String requestId) {
		log.atWarn()
			.addKeyValue("jobId", generation.id())
			.addKeyValue("providerRequestId", requestId)
			.addKeyValue("state", generation.getClass().getSimpleName())
			.log("Request ended that its job does not wait for; the provider is paid for nothing");
	}

}
