package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import com.pengrad.telegrambot.request.DeleteWebhook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.health.contributor.Health;

/**
 * Asks Telegram for updates, again and again. A batch is confirmed, by asking for what
 * comes after it, only when all of it is committed. After a start and after any failure
 * nothing is confirmed: Telegram begins with the oldest it still has, and what we have
 * already is known by its number. Nothing ends this loop but the end of the service. Of
 * several instances the one with the lease asks, the others stand by; one that does not
 * reach Telegram lets another try.
 *
 * <p>
 * Longer than most: all that the loop may meet is read together.
 */
final class UpdatePoller implements UpdateSource {

	/** How soon another instance's orderly end is noticed. */
	private static final Duration STANDING_BY = Duration.ofMillis(500);

	/** Telegram itself answers repeated conflicts only after 3 s. */
	private static final Duration AFTER_CONFLICT = Duration.ofSeconds(3);

	/** A batch that is under way takes less. */
	private static final Duration ENDING = Duration.ofSeconds(8);

	private static final Logger log = LoggerFactory.getLogger(UpdatePoller.class);

	private final TelegramApi telegram;

	private final Intake intake;

	private final PollLease lease;

	private final Listening listening;

	private final BackOff backOff = new BackOff();

	private @Nullable Long offset;

	/** Of the lease under which the offset was reached; 0 without one. */
	private volatile long term;

	private volatile @Nullable Thread loop;

	UpdatePoller(TelegramApi telegram, Intake intake, PollLease lease, Listening listening, MeterRegistry meters) {
		this.telegram = telegram;
		this.intake = intake;
		this.lease = lease;
		this.listening = listening;
		lease.onLoss(telegram::interruptPoll);
		Gauge.builder("telegram.polling", () -> asks() ? 1 : 0)
			.description("1 while this instance asks for updates")
			.register(meters);
	}

	private void run() {
		while (isMine()) {
			try {
				pollOrStandBy();
			}
			catch (Throwable ex) { // whatever it is, no updates at all would be worse
				log.atError().setCause(ex).log("Updates not taken in, none is confirmed");
				this.offset = null;
				this.listening.end();
				backOff(null);
			}
		}
		this.term = 0;
		this.listening.end();
		giveBackSafely();
	}

	/** Asking confirms what came before, so the lease is looked at before each time. */
	private void pollOrStandBy() {
		long current = this.lease.take().orElse(0L);
		if (current != this.term) {
			begin(current);
		}
		if (current != 0) {
			pollOnce();
		}
		else {
			LockSupport.parkNanos(STANDING_BY.toNanos());
		}
	}

	/** Whoever held it before may have got further, or less far. */
	private void begin(long current) {
		this.term = current;
		this.offset = null;
		this.listening.end();
		if (current == 0) {
			log.atInfo().log("Another instance asks for updates now");
		}
		else {
			log.atInfo().log("This instance asks for updates");
			endWebhook();
		}
	}

	private void giveBackSafely() {
		try {
			this.lease.giveBack();
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("Lease not given back, it ends by itself");
		}
	}

	/** Telegram gives nothing to a poller while an old webhook stands. */
	private void endWebhook() {
		this.telegram.call(new DeleteWebhook());
	}

	/**
	 * The first time it is only asked what waits: then we know that we have heard all.
	 */
	private void pollOnce() {
		long begin = System.nanoTime();
		Answer<JsonNode> answer = this.telegram.poll(this.offset, UpdateKind.WIRE_NAMES, this.listening.hasBegun());
		if (!(answer instanceof Answer.Done)) {
			this.listening.end();
		}
		switch (answer) {
			case Answer.Done<JsonNode>(JsonNode batch) -> {
				take(batch.valueStream().toList());
				listen(batch.size() < Part.FULL);
				slowDown(batch.isEmpty(), System.nanoTime() - begin);
			}
			case Answer.Refused<JsonNode> no -> {
				explain(no);
				if (no.why() == Refusal.CONFLICT) {
					endWebhook();
				}
				backOff((no.why() == Refusal.CONFLICT) ? AFTER_CONFLICT : no.retryAfter());
			}
			case Answer.Lost<JsonNode>(String reason, boolean reached) -> {
				if (isMine() && this.lease.isHeld()) {
					log.atWarn().addKeyValue("reason", reason).log("Telegram is not reached");
					backOff(null);
				}
			}
		}
	}

	/** What is still behind a full batch has not been heard. */
	private void listen(boolean heardAll) {
		if (heardAll) {
			this.listening.begin();
		}
		else {
			this.listening.end();
		}
	}

	private void take(List<JsonNode> batch) {
		List<Intake.RawUpdate> numbered = batch.stream()
			.filter((update) -> update.path("update_id").isIntegralNumber())
			.map(Intake.RawUpdate::of)
			.toList();
		if (numbered.size() < batch.size()) {
			log.atError().log("Updates without a number cannot be kept");
		}
		this.intake.take(numbered);
		numbered.stream().mapToLong(Intake.RawUpdate::updateId).max().ifPresent((last) -> this.offset = last + 1);
		this.backOff.reset();
		if (numbered.isEmpty() && !batch.isEmpty()) {
			backOff(BackOff.LONGEST);
		}
	}

	/**
	 * Telegram waits before it says that there is nothing; what does not is asked less.
	 */
	private static void slowDown(boolean nothing, long nanosTaken) {
		long missing = BackOff.SHORTEST.toNanos() - nanosTaken;
		if (nothing && missing > 0) {
			LockSupport.parkNanos(missing);
		}
	}

	private static void explain(Answer.Refused<JsonNode> no) {
		String meaning = switch (no.why()) {
			case CONFLICT -> no.words().toLowerCase(Locale.ROOT).contains("webhook")
					? "polling meets a webhook: has another instance TELEGRAM_WEBHOOK_URL?"
					: "somebody else takes the updates of this bot: a second gateway, or a webhook";
			case UNAUTHORIZED -> "Telegram does not know this bot: check the token and the address";
			case FLOOD -> "asked too often";
			default -> "Telegram refuses";
		};
		log.atError().addKeyValue("reason", meaning + " (" + no.words() + ")").log("Telegram gives no updates");
	}

	/** Trouble that lasts may be ours alone; who is alone takes the lease again. */
	private void backOff(@Nullable Duration wanted) {
		Duration pause = (wanted != null) ? wanted : this.backOff.next();
		if (wanted == null && pause.equals(BackOff.LONGEST)) {
			giveBackSafely();
		}
		LockSupport.parkNanos(pause.toNanos());
	}

	@Override
	public synchronized void start() {
		if (!isRunning()) {
			Thread thread = Thread.ofPlatform().name("telegram-updates").daemon().unstarted(this::run);
			this.loop = thread;
			thread.start();
		}
	}

	/** A loop that was too slow to end does not go on beside the next one. */
	private boolean isMine() {
		return this.loop == Thread.currentThread();
	}

	@Override
	public synchronized void stop() {
		Thread thread = this.loop;
		this.loop = null;
		if (thread != null) {
			end(thread);
		}
	}

	/** It may be about to ask just when it is told not to. */
	private void end(Thread thread) {
		try {
			for (int i = 0; i < ENDING.dividedBy(BackOff.SHORTEST) && thread.isAlive(); i++) {
				this.telegram.interruptPoll();
				LockSupport.unpark(thread);
				thread.join(BackOff.SHORTEST);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.loop != null;
	}

	private boolean asks() {
		return this.term != 0 && this.lease.isHeld();
	}

	/** An instance that stands by is healthy. */
	@Override
	public Health health() {
		Thread thread = this.loop;
		if (thread == null || !thread.isAlive()) {
			return Health.down().withDetail("reason", "nobody asks Telegram for updates").build();
		}
		return Health.up().withDetail("polling", asks() ? "this instance" : "another instance").build();
	}

}
