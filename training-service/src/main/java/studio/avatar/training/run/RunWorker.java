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
			expire(paid);
			return Optional.empty();
		}
		return switch (run) {
			case TrainingRun.Held held -> this.submitter.submit(held);
			case TrainingRun.Submitting lost -> this.outcomes.unknown(lost.id());
			case TrainingRun.Unknown unknown -> Optional.of(unknown.hold().deadline());
			case TrainingRun.Submitted submitted -> this.poller.poll(submitted);
			case TrainingRun.Requested requested -> unanswered(requested);
			case TrainingRun.Ended _ -> Optional.empty();
		};
	}

	/**
	 * The ledger may answer at this very moment, and then leaves the task alone that is
	 * being done: so it is looked at once more.
	 */
	private Optional<Instant> unanswered(TrainingRun.Requested run) {
		this.outcomes.unanswered(run.id());
		return this.runs.find(run.id())
			.filter(TrainingRun.UnderWay.class::isInstance)
			.map((held) -> this.clock.instant());
	}

	/**
	 * A run may have been finished while we were away: its result is paid, so the
	 * provider is asked once more before it is given up.
	 */
	private void expire(TrainingRun.Paid run) {
		boolean ended = run instanceof TrainingRun.Submitted submitted && this.poller.poll(submitted).isEmpty();
		if (!ended) {
			this.outcomes.expire(run.id());
		}
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
