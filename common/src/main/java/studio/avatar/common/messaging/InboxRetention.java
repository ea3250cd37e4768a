package studio.avatar.common.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what consumers handled long ago, in small batches. An event can only come again
 * while its topic or an operator's archive keeps it, so the inbox remembers for longer
 * than both.
 */
class InboxRetention implements SmartLifecycle {

	private static final int BATCH = 5_000;

	private static final Logger log = LoggerFactory.getLogger(InboxRetention.class);

	private final JdbcClient database;

	private final Clock clock;

	private final Duration remembered;

	private @Nullable ScheduledExecutorService timer;

	InboxRetention(JdbcClient database, Clock clock, Duration remembered) {
		this.database = database;
		this.clock = clock;
		this.remembered = remembered;
	}

	/**
	 * Deletes what is older; how many rows that were. Several instances may do it at
	 * once.
	 */
	int forgetOld() {
		int forgotten = 0;
		int batch = BATCH;
		while (batch == BATCH) {
			batch = forgetSome();
			forgotten += batch;
		}
		return forgotten;
	}

	private int forgetSome() {
		return this.database
			.sql("""
					delete from inbox where ctid = any (array(
						select ctid from inbox where received_at < ? order by received_at limit ? for update skip locked))""")
			.params(this.clock.instant().minus(this.remembered).atOffset(ZoneOffset.UTC), BATCH)
			.update();
	}

	private void run() {
		try {
			int forgotten = forgetOld();
			log.atDebug().addKeyValue("count", forgotten).log("Old inbox rows forgotten");
		}
		catch (RuntimeException | Error ex) {
			log.atWarn().setCause(ex).log("Old inbox rows stay until the next hour");
		}
	}

	@Override
	public void start() {
		this.timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("inbox-retention").daemon().factory());
		this.timer.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
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
