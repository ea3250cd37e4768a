package studio.avatar.generation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work of generations that survives a restart: named by the generation's id, begun
 * again by whoever is alive.
 */
@Configuration(proxyBeanMethods = false)
class GenerationTasks {

	/** One step of a paid generation: submit, or ask how it is doing. */
	static final TaskDescriptor<Void> WORK = TaskDescriptor.of("generation-work");

	/** Give up what has not ended by then. */
	static final TaskDescriptor<Void> DEADLINE = TaskDescriptor.of("generation-deadline");

	/** Stop a request that nobody waits for any more. */
	static final TaskDescriptor<Void> STOP = TaskDescriptor.of("generation-stop");

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int STOP_ATTEMPTS = 12;

	@Bean
	Task<Void> generationWork(Worker worker) {
		return Tasks.custom(WORK)
			.onFailure(new ExponentialBackoffFailureHandler<>(PAUSE))
			.onDeadExecutionRevive()
			.execute((task, context) -> again(worker.work(UUID.fromString(task.getId()))));
	}

	@Bean
	Task<Void> generationDeadline(Worker worker) {
		return Tasks.oneTime(DEADLINE)
			.onFailure(new OnFailureRetryLater<>(PAUSE))
			.execute((task, context) -> worker.giveUp(UUID.fromString(task.getId())));
	}

	@Bean
	Task<Void> generationStop(StrayRequests strays) {
		return Tasks.oneTime(STOP)
			.onFailure(new MaxRetriesFailureHandler<>(STOP_ATTEMPTS, new ExponentialBackoffFailureHandler<>(PAUSE)))
			.execute((task, context) -> strays.stop(UUID.fromString(task.getId())));
	}

	private static CompletionHandler<Void> again(Optional<Instant> next) {
		return next.<CompletionHandler<Void>>map((when) -> (done, operations) -> operations.reschedule(done, when))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
