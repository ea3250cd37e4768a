package studio.avatar.console.replay;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drives previews and runs, also those that another instance of the console began and did
 * not live to end. Between them it forgets what ended long ago.
 */
@Component
class ReplayEngine implements SmartLifecycle {

	/** Each holds a thread and now and then a connection; more wait for their turn. */
	private static final int AT_ONCE = 4;

	private static final long PAUSE_MILLIS = 500;

	private static final long FORGET_MILLIS = 2_000;

	private static final Logger log = LoggerFactory.getLogger(ReplayEngine.class);

	private final Set<Driven> driven = ConcurrentHashMap.newKeySet();

	private final Leases leases;

	private final Driver driver;

	private final ReplayRetention retention;

	private @Nullable ScheduledExecutorService timer;

	ReplayEngine(Leases leases, Driver driver, ReplayRetention retention) {
		this.leases = leases;
		this.driver = driver;
		this.retention = retention;
	}

	private void look() {
		try {
			int free = AT_ONCE - this.driven.size();
			if (free > 0) {
				String runner = UUID.randomUUID().toString();
				this.leases.take(runner, free, this.driven.stream().map(Driven::id).toList())
					.forEach((id) -> drive(id, runner));
			}
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().setCause(ex).log("Replays wait: the database cannot be asked");
		}
	}

	private void forget() {
		try {
			this.retention.forgetSome();
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().setCause(ex).log("Old replays wait to be forgotten");
		}
	}

	/**
	 * Each drive has a name of its own: one that was held up for longer than its lease
	 * finds that another took over.
	 */
	private void drive(UUID id, String runner) {
		CompletableFuture<Driven> self = new CompletableFuture<>();
		Thread thread = Thread.ofPlatform().name("replay-" + id).daemon().unstarted(() -> {
			try {
				this.driver.drive(id, runner);
			}
			finally {
				this.driven.remove(self.join());
			}
		});
		Driven one = new Driven(id, runner, thread);
		this.driven.add(one);
		self.complete(one);
		thread.start();
	}

	@Override
	public void start() {
		this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("replays").daemon().factory());
		this.timer.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		this.timer.scheduleWithFixedDelay(this::forget, FORGET_MILLIS, FORGET_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** What is being driven is handed over: another instance takes it at once. */
	@Override
	public void stop() {
		halt();
		this.driven.forEach((one) -> this.leases.release(one.id(), one.runner()));
	}

	/** As if the process died: nothing is handed over. */
	void halt() {
		if (this.timer != null) {
			this.timer.shutdownNow();
			this.timer = null;
		}
		this.driven.forEach((one) -> one.thread().interrupt());
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

	/** A replay that this instance drives. */
	private record Driven(UUID id, String runner, Thread thread) {
	}

}
