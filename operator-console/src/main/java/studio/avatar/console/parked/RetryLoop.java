package studio.avatar.console.parked;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps retries going: right after a batch has ended, and by a look every two seconds for
 * what a crash left behind. What waited behind a settled record is found by that look,
 * and what was settled long ago is forgotten by it.
 */
@Component
class RetryLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RetryLoop.class);

	private static final long PAUSE_MILLIS = 2_000;

	/** About half an hour: a database that is away comes back. */
	private static final int PATIENCE = 900;

	private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

	private final RetryTable retries;

	private final RetryAdvance advance;

	private final Releasing releasing;

	private final ParkedRetention retention;

	private volatile @Nullable ScheduledExecutorService timer;

	RetryLoop(RetryTable retries, RetryAdvance advance, Releasing releasing, ParkedRetention retention) {
		this.retries = retries;
		this.advance = advance;
		this.releasing = releasing;
		this.retention = retention;
	}

	@TransactionalEventListener
	void on(BatchEnded ended) {
		ScheduledExecutorService available = this.timer;
		try {
			if (available != null) {
				available.execute(this::look);
			}
		}
		catch (RejectedExecutionException ex) {
			log.atDebug().log("The console stops; the next one goes on with its retries");
		}
	}

	private void look() {
		try {
			this.retries.toAdvance().forEach(this::advance);
			this.releasing.releaseWhatIsFree();
			this.retention.forgetSome();
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().setCause(ex).log("Retries of parked records wait for the next look");
		}
	}

	/** The trouble of one retry is not that of the others, and ends it some day. */
	private void advance(long retry) {
		try {
			this.advance.advance(retry);
			this.failures.remove(retry);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("retry", retry).setCause(ex).log("Retry waits for the next look");
			if (this.failures.merge(retry, 1, Integer::sum) >= PATIENCE) {
				this.failures.remove(retry);
				this.advance.giveUp(retry, "It could not go on: " + ex.getMessage());
			}
		}
	}

	@Override
	public void start() {
		this.timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("parked-retries").daemon().factory());
		this.timer.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		Objects.requireNonNull(this.timer).close();
		this.timer = null;
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

}
