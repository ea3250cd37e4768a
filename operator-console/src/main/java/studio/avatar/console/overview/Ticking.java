package studio.avatar.console.overview;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something done again and again on a thread of its own while the console runs. What
 * fails once is tried again at the next turn; no row is kept for it, since every instance
 * looks for itself.
 */
abstract class Ticking implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Ticking.class);

	private static final Duration GOODBYE = Duration.ofSeconds(4);

	private final String name;

	private final Duration every;

	private @Nullable ScheduledExecutorService timer;

	Ticking(String name, Duration every) {
		this.name = name;
		this.every = every;
	}

	/** One turn. */
	abstract void tick();

	/** After the last turn. */
	void stopped() {
	}

	private void turn() {
		try {
			tick();
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().addKeyValue("task", this.name).setCause(ex).log("Turn failed");
		}
	}

	@Override
	public void start() {
		this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(this.name).daemon().factory());
		this.timer.scheduleWithFixedDelay(this::turn, 0, this.every.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		ScheduledExecutorService stopping = this.timer;
		if (stopping != null) {
			stopping.shutdownNow();
			try {
				stopping.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.timer = null;
			stopped();
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

}
