package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which instance asks Telegram for updates: Telegram gives them to one only. Renewed
 * while its holder lives and asks for it; at most six seconds after it died, or at once
 * when it gives it back, the next one takes it.
 */
@Component
class PollLease {

	private static final Duration LASTS = Duration.ofSeconds(6);

	private static final Logger log = LoggerFactory.getLogger(PollLease.class);

	private final JdbcClient database;

	private final long botId;

	/** Longest time a loop that lives takes from one {@link #take()} to the next. */
	private final Duration patience;

	private final UUID me = UUID.randomUUID();

	private final ScheduledExecutorService renewal = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("poll-lease").daemon().factory());

	private volatile @Nullable Held held;

	private volatile long askedNanos;

	private volatile Runnable onLoss = () -> {
	};

	PollLease(JdbcClient database, TelegramSettings telegram) {
		this.database = database;
		this.botId = telegram.botId();
		this.patience = telegram.pollTimeout().plus(telegram.callTimeout());
		long third = LASTS.toMillis() / 3;
		this.renewal.scheduleWithFixedDelay(this::renewSafely, third, third, TimeUnit.MILLISECONDS);
	}

	/** Calls it when the lease is lost while it seemed to be held. */
	void onLoss(Runnable listener) {
		this.onLoss = listener;
	}

	/**
	 * Takes or keeps it; asks the database unless it was renewed just now.
	 * @return the term, a number that rises with every new holder; empty while another
	 * instance has it
	 */
	Optional<Long> take() {
		this.askedNanos = System.nanoTime();
		Held known = this.held;
		return (known != null && known.isFresh()) ? Optional.of(known.term()) : renew();
	}

	private synchronized Optional<Long> renew() {
		long begin = System.nanoTime();
		Optional<Long> term = this.database.sql("""
				insert into poll_lease (bot_id, held_by, held_until, term)
				values (?, ?, now() + make_interval(secs => ?), 1)
				on conflict (bot_id) do update
				set held_by = excluded.held_by, held_until = excluded.held_until,
				    term = poll_lease.term + case when poll_lease.held_by = excluded.held_by then 0 else 1 end
				where poll_lease.held_by = excluded.held_by or poll_lease.held_until < now()
				returning term""").params(this.botId, this.me, LASTS.toSeconds()).query(Long.class).optional();
		this.held = term.map((number) -> new Held(number, begin)).orElse(null);
		return term;
	}

	/** Whether it is held for certain, by our own clock. */
	boolean isHeld() {
		Held known = this.held;
		return known != null && known.isGood();
	}

	/** The next one need not wait until it ends by itself. */
	synchronized void giveBack() {
		this.held = null;
		this.database.sql("update poll_lease set held_until = '-infinity' where bot_id = ? and held_by = ?")
			.params(this.botId, this.me)
			.update();
	}

	private void renewSafely() {
		try {
			if (this.held != null && !isKept()) {
				this.onLoss.run();
			}
		}
		catch (Throwable ex) { // the timer would never call again
			log.atWarn().setCause(ex).log("Lease not renewed");
		}
	}

	/** A loop that hangs shall not keep others from asking. */
	private boolean isKept() {
		if (System.nanoTime() - this.askedNanos > this.patience.toNanos()) {
			log.atWarn().log("Nobody here asks for updates any more, the lease is given back");
			giveBack();
			return false;
		}
		return renewUnlessGivenBack().isPresent();
	}

	private synchronized Optional<Long> renewUnlessGivenBack() {
		return (this.held != null) ? renew() : Optional.empty();
	}

	@PreDestroy
	void end() {
		this.renewal.shutdownNow();
	}

	/**
	 * Held since before the database said so.
	 */
	private record Held(long term, long sinceNanos) {

		boolean isFresh() {
			return age() < LASTS.toNanos() / 2;
		}

		boolean isGood() {
			return age() < LASTS.toNanos();
		}

		private long age() {
			return System.nanoTime() - this.sinceNanos;
		}

	}

}
