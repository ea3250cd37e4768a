package studio.avatar.gateway.retention;

import java.time.Duration;
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
 * Lets go what is settled and old. What still waits or failed to be understood stays:
 * somebody may have to look at it.
 */
@Component
class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private final JdbcClient database;

	private final RetentionSettings settings;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("retention").daemon().factory());

	Retention(JdbcClient database, RetentionSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		long every = this.settings.every().toMillis();
		this.timer.scheduleWithFixedDelay(this::letGoSafely, every, every, TimeUnit.MILLISECONDS);
	}

	private void letGoSafely() {
		try {
			letGo();
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("Nothing let go this time");
		}
	}

	/** Lets go everything whose time has come. */
	void letGo() {
		int updates = delete(
				"delete from telegram_update where status in ('done', 'ignored') and settled_at < now() - make_interval(secs => ?)",
				this.settings.updates());
		int deliveries = delete(
				"delete from delivery where status <> 'waiting' and settled_at < now() - make_interval(secs => ?)",
				this.settings.deliveries());
		this.database.sql("delete from expectation where until < now()").update();
		log.atDebug().log("Settled updates and replies let go: {}", updates + deliveries);
	}

	private int delete(String sql, Duration age) {
		return this.database.sql(sql).param(age.toSeconds()).update();
	}

	@PreDestroy
	void end() {
		this.timer.shutdownNow();
	}

}
