package studio.avatar.common.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a task that is being done is over, then has it done once more. A task that
 * has ended for good by then finds nothing to do. There are two that may wait: what is
 * wanted while the first has just had the task done once more is the second's.
 */
final class WakeAgain {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final List<String> KINDS = List.of("wake-again", "wake-again-too");

	private final Clock clock;

	WakeAgain(Clock clock) {
		this.clock = clock;
	}

	/** Named by the kind and the id of the task that is to be done once more. */
	static Stream<TaskInstance<Integer>> tasks(TaskInstance<Void> busy) {
		return KINDS.stream().map((kind) -> new TaskInstance<>(kind, busy.getTaskName() + '/' + busy.getId(), 0));
	}

	Stream<Task<?>> implementations() {
		return KINDS.stream().map((kind) -> Tasks.custom(kind, Integer.class).execute(this::wake));
	}

	/** The longer it lasts, the less often it is looked at. */
	static Duration pause(int looks) {
		Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(looks, 10));
		return (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
	}

	private CompletionHandler<Integer> wake(TaskInstance<Integer> instance, ExecutionContext context) {
		String[] names = instance.getId().split("/", 2);
		TaskInstance<Void> busy = new TaskInstance<>(names[0], names[1]);
		return wanted(context.getSchedulerClient(), busy) ? new CompletionHandler.OnCompleteRemove<>()
				: later(looks(instance.getData()) + 1);
	}

	private static CompletionHandler<Integer> later(int looks) {
		return (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(pause(looks)), looks);
	}

	private static int looks(@Nullable Integer data) {
		return (data != null) ? data : 0;
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
