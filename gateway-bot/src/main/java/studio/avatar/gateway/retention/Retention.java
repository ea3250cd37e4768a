package studio.avatar.gateway.retention;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets go what is settled and old, a little at a time so that nobody waits for it. What
 * waits stays; what failed stays much longer, since somebody may have to look at it.
 */
@Component
class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final Duration SOON_AFTER_START = Duration.ofMinutes(1);

	/** Rows in one transaction. */
	private static final int AT_ONCE = 5_000;

	private final JdbcClient database;

	private final IncomingSweep incoming;

	private final RetentionSettings settings;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("retention").daemon().factory());

	Retention(JdbcClient database, IncomingSweep incoming, RetentionSettings settings) {
		this.database = database;
		this.incoming = incoming;
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		repeat(Executors.callable(this::letGo));
		repeat(this.incoming::sweep);
		repeat(this.incoming::clearUnfinished);
	}

	private void repeat(Callable<?> work) {
		this.timer.scheduleWithFixedDelay(() -> safely(work), SOON_AFTER_START.toMillis(),
				this.settings.every().toMillis(), TimeUnit.MILLISECONDS);
	}

	private static void safely(Callable<?> work) {
		try {
			work.call();
		}
		catch (Throwable ex) { // the timer would never call again
			log.atWarn().setCause(ex).log("Nothing let go this time");
		}
	}

	/** Lets go everything whose time has come. */
	void letGo() {
		int gone = delete("telegram_update", "status in ('done', 'ignored') and settled_at", this.settings.updates())
				+ delete("telegram_update", "status = 'failed' and settled_at", this.settings.failed())
				+ delete("delivery", "status in ('done', 'skipped', 'dropped') and settled_at",
						this.settings.deliveries())
				+ delete("delivery", "status = 'failed' and settled_at", this.settings.failed())
				+ delete("expectation", "greatest(until, cleared_at)", this.settings.updates())
				+ delete("chat_claim", "claimed_until", this.settings.updates());
		log.atDebug().log("Let go: {}", gone);
	}

	private int delete(String table, String moment, Duration age) {
		int all = 0;
		int batch = AT_ONCE;
		while (batch == AT_ONCE) {
			batch = this.database
				.sql("""
						delete from %1$s where ctid in (select ctid from %1$s
						                                where %2$s < now() - make_interval(secs => ?) limit ?)"""
					.formatted(table, moment))
				.params(age.toSeconds(), AT_ONCE)
				.update();
			all += batch;
		}
		return all;
	}

	@PreDestroy
	void end() {
		this.timer.shutdownNow();
	}

}
