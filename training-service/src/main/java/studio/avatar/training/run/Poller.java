package studio.avatar.training.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.ForeignAddress;
import studio.avatar.common.provider.JobStatus;
import studio.avatar.common.provider.ProviderRefused;
import studio.avatar.common.provider.ProviderUnavailable;

/** Asks the provider how a run is doing, and takes the model over when it is done. */
@Component
class Poller {

	private static final Logger log = LoggerFactory.getLogger(Poller.class);

	private final FalQueue queue;

	private final ModelCopy models;

	private final RunOutcomes outcomes;

	private final TrainingRuns runs;

	private final RunSettings settings;

	private final Clock clock;

	Poller(FalQueue queue, ModelCopy models, RunOutcomes outcomes, TrainingRuns runs, RunSettings settings,
			Clock clock) {
		this.queue = queue;
		this.models = models;
		this.outcomes = outcomes;
		this.runs = runs;
		this.settings = settings;
		this.clock = clock;
	}

	/** Asks once; tells when to ask again, empty when the run has ended. */
	Optional<Instant> poll(TrainingRun.Submitted run) {
		try {
			JobStatus status = this.queue.status(run.submission().statusUrl());
			return (status instanceof JobStatus.Completed completed) ? complete(run, completed) : goOn(run, status);
		}
		catch (DamagedCopy ex) {
			return countedMiss(run, new Stage.Copying(), Reason.NO_MODEL, String.valueOf(ex.getMessage()));
		}
		catch (ForeignAddress ex) {
			return failed(run, Reason.FORGOTTEN, String.valueOf(ex.getMessage()));
		}
		catch (ProviderUnavailable | ProviderRefused | IOException ex) {
			log.atWarn()
				.addKeyValue("jobId", run.id())
				.addKeyValue("reason", ex.getMessage())
				.log("No answer about a run");
			this.outcomes.progress(run.id(), new Stage.NoAnswer(), false);
			return again(run);
		}
	}

	private Optional<Instant> goOn(TrainingRun.Submitted run, JobStatus status) {
		Stage stage = Stage.of(status, run.order().steps());
		if (status instanceof JobStatus.Unknown) {
			return countedMiss(run, stage, Reason.FORGOTTEN, "the provider does not know the request any more");
		}
		this.outcomes.progress(run.id(), stage, false);
		return again(run);
	}

	/** What goes wrong some times in a row goes wrong for good. */
	private Optional<Instant> countedMiss(TrainingRun.Submitted run, Stage stage, Reason reason, String detail) {
		int misses = this.outcomes.progress(run.id(), stage, true);
		return (misses >= this.settings.forgottenAfter()) ? failed(run, reason, detail) : again(run);
	}

	private Optional<Instant> complete(TrainingRun.Submitted run, JobStatus.Completed completed) throws IOException {
		try {
			var result = this.queue.result(run.submission().responseUrl(), completed);
			if (completed.error() != null) {
				return failed(run, Reason.PROVIDER_FAILED, completed.error());
			}
			if (!this.outcomes.completed(run.id(), this.models.copy(run.order(), result))) {
				this.models.forget(run.order());
			}
			return Optional.empty();
		}
		catch (ProviderRefused ex) {
			return failed(run, Reason.ofProvider(ex.type()), ex.reason());
		}
		catch (NoModel ex) {
			return failed(run, Reason.NO_MODEL, String.valueOf(ex.getMessage()));
		}
	}

	private Optional<Instant> failed(TrainingRun run, Reason reason, String detail) {
		this.outcomes.fail(run.id(), reason, detail);
		return Optional.empty();
	}

	private Optional<Instant> again(TrainingRun run) {
		return Optional.of(this.settings.nextPoll(this.clock.instant(), this.runs.polls(run.id())));
	}

}
