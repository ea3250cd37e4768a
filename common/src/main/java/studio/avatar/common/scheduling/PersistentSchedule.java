package studio.avatar.common.scheduling;

import java.time.Instant;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work for later, kept in the transaction that decides it. A task is named by its kind
 * and the id of its job, so wanting it twice is wanting it once. What is due at once is
 * begun right after commit.
 */
public class PersistentSchedule {

	private static final Logger log = LoggerFactory.getLogger(PersistentSchedule.class);

	private final SchedulerClient client;

	private final ObjectProvider<Scheduler> scheduler;

	PersistentSchedule(SchedulerClient client, ObjectProvider<Scheduler> scheduler) {
		this.client = client;
		this.scheduler = scheduler;
	}

	/**
	 * Wants the task at a time, or moves it there when it is wanted already. One that is
	 * being done right now is left to itself; it says by its own completion when it is
	 * wanted again.
	 */
	public <T> void at(TaskInstance<T> task, Instant when) {
		if (!this.client.scheduleIfNotExists(task, when)) {
			move(task, when);
		}
		beginAfterCommit();
	}

	private <T> void move(TaskInstance<T> task, Instant when) {
		try {
			this.client.reschedule(task, when);
		}
		catch (TaskInstanceCurrentlyExecutingException ex) {
			log.atDebug().addKeyValue("task", task).log("Task is being done and stays as it is");
		}
		catch (TaskInstanceNotFoundException ex) {
			this.client.scheduleIfNotExists(task, when);
		}
	}

	/** No longer wants the task; it may be gone already. */
	public void cancel(String kind, String id) {
		TaskInstanceId task = TaskInstanceId.of(kind, id);
		if (this.client.getScheduledExecution(task).filter((execution) -> !execution.isPicked()).isPresent()) {
			this.client.cancel(task);
		}
	}

	private void beginAfterCommit() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				PersistentSchedule.this.scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
			}
		});
	}

}
