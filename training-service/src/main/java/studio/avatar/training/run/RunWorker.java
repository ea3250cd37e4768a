package studio.avatar.training.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.provider.Cancellation;
import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.ForeignAddress;
import studio.avatar.common.provider.ProviderRefused;

/**
 * Leads a run to its end, one step at a time. Each step begins from what the database
 * says, so it does not matter when the one before was killed.
 */
@Component
class RunWorker {

	private static final Logger log = LoggerFactory.getLogger(RunWorker.class);

	private final TrainingRuns runs;

	private final Submitter submitter;

	private final Poller poller;

	private final RunOutcomes outcomes;

	private final FalQueue queue;

	private final Clock clock;

	RunWorker(TrainingRuns runs, Submitter submitter, Poller poller, RunOutcomes outcomes, FalQueue queue,
			Clock clock) {
		this.runs = runs;
		this.submitter = submitter;
		this.poller = poller;
		this.outcomes = outcomes;
		this.queue = queue;
		this.clock = clock;
	}

	/**
	 * Takes the next step; tells when to take the one after it, empty when there is none.
	 */
	Optional<Instant> advance(UUID runId) {
		Instant now = this.clock.instant();
		TrainingRun run = this.runs.find(runId).orElseThrow();
		if (run instanceof TrainingRun.Paid paid && paid.hold().isOver(now)) {
			this.outcomes.expire(runId);
			return Optional.empty();
		}
		return switch (run) {
			case TrainingRun.Held held -> this.submitter.submit(held);
			case TrainingRun.Submitting lost -> {
				this.outcomes.unknown(lost.id());
				yield Optional.of(lost.hold().deadline());
			}
			case TrainingRun.Unknown unknown -> Optional.of(unknown.hold().deadline());
			case TrainingRun.Submitted submitted -> this.poller.poll(submitted);
			case TrainingRun.Requested _, TrainingRun.Ended _ -> Optional.empty();
		};
	}

	/** Stops a run at the provider that has ended here. */
	void stop(UUID runId) {
		this.runs.submission(runId).ifPresent((submission) -> {
			try {
				Cancellation answer = this.queue.cancel(submission.cancelUrl());
				log.atInfo()
					.addKeyValue("jobId", runId)
					.addKeyValue("providerRequestId", submission.requestId())
					.addKeyValue("answer", answer)
					.log("Provider told to stop a run");
			}
			catch (ProviderRefused | ForeignAddress ex) {
				log.atWarn()
					.addKeyValue("jobId", runId)
					.addKeyValue("reason", ex.getMessage())
					.log("Provider does not stop a run");
			}
		});
	}

}
