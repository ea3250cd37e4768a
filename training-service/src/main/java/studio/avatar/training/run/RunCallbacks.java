package studio.avatar.training.run;

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

/**
 * Hears what the provider says by itself about runs. It decides nothing: the run is asked
 * about sooner, and one whose request was not known is asked about at all.
 */
@Component
public class RunCallbacks {

	private static final Logger log = LoggerFactory.getLogger(RunCallbacks.class);

	private final JobCallbacks callbacks;

	private final FalQueue queue;

	private final TrainingProfiles profiles;

	private final RunOutcomes outcomes;

	RunCallbacks(JobCallbacks callbacks, FalQueue queue, TrainingProfiles profiles, RunOutcomes outcomes) {
		this.callbacks = callbacks;
		this.queue = queue;
		this.profiles = profiles;
		this.outcomes = outcomes;
	}

	public void on(Envelope<ProviderCallback> envelope) {
		switch (envelope.event()) {
			case JobEnded ended when ended.service() != ServiceName.TRAINING -> {
			}
			case JobEnded ended when !this.callbacks.isProved(ended) ->
				log.atDebug().addKeyValue("jobId", ended.jobId()).log("Callback without proof left alone");
			case JobEnded ended -> this.outcomes.called(ended.jobId(), ended.requestId(),
					(order) -> this.queue.known(this.profiles.named(order.profile()).endpoint(), ended.requestId()));
			case Unrecognized _ -> {
			}
		}
	}

}
