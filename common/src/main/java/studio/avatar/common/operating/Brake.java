package studio.avatar.common.operating;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import studio.avatar.common.messaging.Listeners;

/**
 * Keeps the listeners of this instance at what operators want: it looks once before the
 * first of them starts, and then every second. A database that is away changes nothing.
 */
class Brake implements SmartLifecycle {

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(Brake.class);

	private final PausedConsumers paused;

	private final Listeners listeners;

	private @Nullable ScheduledExecutorService timer;

	Brake(PausedConsumers paused, Listeners listeners) {
		this.paused = paused;
		this.listeners = listeners;
	}

	private void look() {
		try {
			this.listeners.pauseOnly(this.paused.all());
		}
		catch (RuntimeException | Error ex) { // an error must not end the looking
			log.atDebug().setCause(ex).log("Brake stays as it is");
		}
	}

	/** A service that cannot ask what is paused does not start. */
	@Override
	public void start() {
		this.listeners.pauseOnly(this.paused.all());
		this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("brake").daemon().factory());
		this.timer.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		if (this.timer != null) {
			this.timer.shutdownNow();
			this.timer = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

	/** Before the listeners start. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 200;
	}

}
