package studio.avatar.common.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

/**
 * Waits until a task that is being done is over, then has it done once more. A task that
 * has ended for good by then finds nothing to do.
 */
final class WakeAgain {

	static final Duration PAUSE = Duration.ofMillis(250);

	private static final String KIND = "wake-again";

	private final Clock clock;

	WakeAgain(Clock clock) {
		this.clock = clock;
	}

	/** Named by the kind and the id of the task that is to be done once more. */
	static TaskInstance<Void> task(TaskInstance<Void> busy) {
		return new TaskInstance<>(KIND, busy.getTaskName() + '/' + busy.getId());
	}

	Task<Void> implementation() {
		return Tasks.custom(KIND, Void.class).execute(this::wake);
	}

	private CompletionHandler<Void> wake(TaskInstance<Void> instance, ExecutionContext context) {
		String[] names = instance.getId().split("/", 2);
		TaskInstance<Void> busy = new TaskInstance<>(names[0], names[1]);
		return wanted(context.getSchedulerClient(), busy) ? new CompletionHandler.OnCompleteRemove<>()
				: (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(PAUSE));
	}

	private boolean wanted(SchedulerClient client, TaskInstance<Void> busy) {
		Instant now = this.clock.instant();
		if (client.scheduleIfNotExists(busy, now)) {
			return true;
		}
		try {
			client.reschedule(busy, now);
			return true;
		}
		catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException ex) {
			return false;
		}
	}

}
