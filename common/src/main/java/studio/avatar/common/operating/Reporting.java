package studio.avatar.common.operating;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.messaging.Trace;

/**
 * Tells operators every few seconds that this instance is alive and how it is. It goes
 * through the outbox like everything: an instance that cannot write there is none that
 * operators should take for well, and its log says why.
 */
class Reporting implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Reporting.class);

	private final InstanceReport report;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	private final Duration every;

	private @Nullable ScheduledExecutorService timer;

	Reporting(InstanceReport report, Outbox outbox, TransactionTemplate transaction, Duration every) {
		this.report = report;
		this.outbox = outbox;
		this.transaction = transaction;
		this.every = every;
	}

	private void tell() {
		try {
			this.transaction.executeWithoutResult((status) -> this.outbox.publishSignOfLife(this.report.now(), why()));
		}
		catch (RuntimeException | Error ex) { // an error must not end the reports
			log.atWarn().setCause(ex).log("Operators cannot be told how this instance is");
		}
	}

	private static Cause why() {
		String id = UUID.randomUUID().toString();
		return new Cause(id, "report/" + id, Trace.begin());
	}

	@Override
	public void start() {
		this.timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("operator-reports").daemon().factory());
		this.timer.scheduleWithFixedDelay(this::tell, 0, this.every.toMillis(), TimeUnit.MILLISECONDS);
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

}
