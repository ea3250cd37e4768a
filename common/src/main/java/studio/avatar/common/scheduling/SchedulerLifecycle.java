package studio.avatar.common.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the scheduler when everything it needs is there, and stops it first. */
class SchedulerLifecycle implements SmartLifecycle {

	private final Scheduler scheduler;

	private volatile boolean running;

	SchedulerLifecycle(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public void start() {
		this.scheduler.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.scheduler.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A db-scheduler that was stopped cannot be started again. */
	@Override
	public boolean isPauseable() {
		return false;
	}

}
