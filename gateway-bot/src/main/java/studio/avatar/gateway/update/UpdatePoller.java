package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import com.pengrad.telegrambot.request.DeleteWebhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;
import tools.jackson.databind.JsonNode;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks Telegram for updates, again and again. A batch is confirmed, by asking for what
 * comes after it, only when all of it is committed. After a start and after any failure
 * nothing is confirmed: Telegram begins with the oldest it still has, and what we have
 * already is known by its number. Nothing ends this loop but the end of the service.
 */
@Component
class UpdatePoller implements SmartLifecycle {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	/** Telegram itself answers repeated conflicts only after 3 s. */
	private static final Duration AFTER_CONFLICT = Duration.ofSeconds(3);

	private static final Logger log = LoggerFactory.getLogger(UpdatePoller.class);

	private final TelegramApi telegram;

	private final Intake intake;

	private Duration pause = SHORTEST_PAUSE;

	private @Nullable Long offset;

	private volatile @Nullable Thread loop;

	UpdatePoller(TelegramApi telegram, Intake intake) {
		this.telegram = telegram;
		this.intake = intake;
	}

	private void run() {
		endWebhook();
		while (isRunning()) {
			try {
				pollOnce();
			}
			catch (Throwable ex) { // whatever it is, no updates at all would be worse
				log.atError().setCause(ex).log("Updates not taken in, none is confirmed");
				this.offset = null;
				backOff(null);
			}
		}
	}

	/** Telegram gives nothing to a poller while an old webhook stands. */
	private void endWebhook() {
		this.telegram.call(new DeleteWebhook());
	}

	private void pollOnce() {
		long begin = System.nanoTime();
		switch (this.telegram.poll(this.offset, UpdateReading.KINDS)) {
			case Answer.Done<JsonNode>(JsonNode batch) -> {
				take(batch.valueStream().toList());
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
				if (isRunning()) {
					log.atWarn().addKeyValue("reason", reason).log("Telegram is not reached");
					backOff(null);
				}
			}
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
		this.pause = SHORTEST_PAUSE;
		if (numbered.isEmpty() && !batch.isEmpty()) {
			backOff(LONGEST_PAUSE);
		}
	}

	/**
	 * Telegram waits before it says that there is nothing; what does not is asked less.
	 */
	private static void slowDown(boolean nothing, long nanosTaken) {
		long missing = SHORTEST_PAUSE.toNanos() - nanosTaken;
		if (nothing && missing > 0) {
			LockSupport.parkNanos(missing);
		}
	}

	private static void explain(Answer.Refused<JsonNode> no) {
		String meaning = switch (no.why()) {
			case CONFLICT -> "somebody else takes the updates of this bot: a second gateway, or a webhook";
			case UNAUTHORIZED -> "Telegram does not know this bot: check the token and the address";
			case FLOOD -> "asked too often";
			default -> "Telegram refuses";
		};
		log.atError().addKeyValue("reason", meaning + " (" + no.words() + ")").log("Telegram gives no updates");
	}

	private void backOff(@Nullable Duration wanted) {
		Duration wait = (wanted != null) ? wanted : this.pause;
		this.pause = min(this.pause.multipliedBy(2), LONGEST_PAUSE);
		LockSupport.parkNanos(wait.toNanos());
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	@Override
	public void start() {
		Thread thread = Thread.ofPlatform().name("telegram-updates").daemon().unstarted(this::run);
		this.loop = thread;
		thread.start();
	}

	@Override
	public void stop() {
		Thread thread = this.loop;
		this.loop = null;
		this.telegram.interruptPoll();
		if (thread != null) {
			LockSupport.unpark(thread);
			join(thread);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join(Duration.ofSeconds(8));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.loop != null;
	}

	/** Whether somebody asks for updates. */
	boolean isAlive() {
		Thread thread = this.loop;
		return thread != null && thread.isAlive();
	}

}
