package studio.avatar.common.scheduling;

import java.time.Clock;
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

import studio.avatar.common.messaging.Effects;

/**
 * Work for later, kept in the transaction that decides it. A task is named by its kind
 * and the id of its job, so wanting it twice is wanting it once. What is due at once is
 * begun right after commit.
 */
public class PersistentSchedule {

	private static final Logger log = LoggerFactory.getLogger(PersistentSchedule.class);

	private final SchedulerClient client;

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	PersistentSchedule(SchedulerClient client, ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.client = client;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Wants the task at a time, or moves it there when it is wanted already. One that is
	 * being done right now is left to itself; it says by its own completion when it is
	 * wanted again.
	 */
	public <T> void at(TaskInstance<T> task, Instant when) {
		if (!want(task, when)) {
			log.atDebug().addKeyValue("task", task).log("Task is being done and stays as it is");
		}
		beginAfterCommit();
	}

	/**
	 * Wants, now, the task that leads to a paid call: the one place where such work is
	 * begun, so that a replay can tell it and a rebuild cannot do it.
	 * @param kind of work, {@code training} or {@code generation}
	 * @throws IllegalStateException while a projection is filled again
	 */
	public <T> void paid(String kind, TaskInstance<T> task) {
		Effects.beginsPaidCall(kind);
		at(task, this.clock.instant());
	}

	/**
	 * Wants the task now. One that is being done right now may have looked before what
	 * this is about, so it is done once more when that is over. Only what is wanted a
	 * third time within the few milliseconds in which both of those who wait are at work
	 * may be left to what the task itself says.
	 */
	public void now(TaskInstance<Void> task) {
		if (!want(task, this.clock.instant())) {
			Instant soon = this.clock.instant().plus(WakeAgain.pause(0));
			if (WakeAgain.tasks(task).noneMatch((again) -> want(again, soon))) {
				log.atDebug().addKeyValue("task", task).log("Task is being done, and is not done once more");
			}
		}
		beginAfterCommit();
	}

	/** False when it is being done right now, and nothing was changed. */
	private <T> boolean want(TaskInstance<T> task, Instant when) {
		return this.client.scheduleIfNotExists(task, when) || moved(task, when);
	}

	private <T> boolean moved(TaskInstance<T> task, Instant when) {
		try {
			this.client.reschedule(task, when);
			return true;
		}
		catch (TaskInstanceCurrentlyExecutingException ex) {
			return false;
		}
		catch (TaskInstanceNotFoundException ex) {
			return this.client.scheduleIfNotExists(task, when);
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
