package studio.avatar.training.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The background work of runs: one task that leads a run to its end, one that stops it at
 * the provider.
 */
@Configuration(proxyBeanMethods = false)
class RunTasks {

	private static final String ADVANCE = "training-run";

	private static final String STOP = "training-stop";

	/**
	 * Half a day of growing pauses; after that the provider has finished the run anyway.
	 */
	private static final int STOP_ATTEMPTS = 12;

	static TaskInstance<Void> advance(UUID runId) {
		return new TaskInstance<>(ADVANCE, runId.toString());
	}

	static TaskInstance<Void> stop(UUID runId) {
		return new TaskInstance<>(STOP, runId.toString());
	}

	@Bean
	Task<Void> trainingRunTask(RunWorker worker, RunSettings settings) {
		return Tasks.custom(ADVANCE, Void.class)
			.onFailure(new OnFailureRetryLater<>(settings.firstPoll()))
			.execute((instance, context) -> next(worker.advance(UUID.fromString(instance.getId()))));
	}

	private static CompletionHandler<Void> next(Optional<Instant> when) {
		return when.<CompletionHandler<Void>>map((time) -> (done, task) -> task.reschedule(done, time))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

	@Bean
	Task<Void> trainingStopTask(RunWorker worker) {
		return Tasks.oneTime(STOP)
			.onFailure(new MaxRetriesFailureHandler<>(STOP_ATTEMPTS,
					new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 2.0)))
			.execute((instance, context) -> worker.stop(UUID.fromString(instance.getId())));
	}

}
