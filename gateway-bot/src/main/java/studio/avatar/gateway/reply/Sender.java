package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.lane.ChatLanes;
import studio.avatar.gateway.lane.Rest;
import studio.avatar.gateway.person.ClosedChats;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, one chat in order, different chats at once; what hurries has a lane
 * of its own. Telegram is called outside of any transaction and the outcome is recorded
 * after it: when this process dies between the two, that one message is sent again, and
 * no other.
 *
 * <p>
 * Longer than most: what each outcome means for the delivery is read together.
 */
@Component
class Sender implements SmartLifecycle {

	private static final Duration SWEEP = Duration.ofSeconds(1);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(300);

	private static final String CLOSED = "the bot may say nothing in this chat";

	private static final Logger log = LoggerFactory.getLogger(Sender.class);

	private final DeliveryRows rows;

	private final CardMessages messages;

	private final FileIds files;

	private final ClosedChats closed;

	private final ReplyPost post;

	private final PressAnswers presses;

	private final ChatPace pace;

	private final Turns turns;

	private final TransactionTemplate transaction;

	private final ReplySettings settings;

	private final ChatLanes inOrder;

	private final ChatLanes hurried;

	private final ScheduledExecutorService upkeep = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sender-upkeep").daemon().factory());

	private @Nullable ScheduledFuture<?> keepingUp;

	Sender(DeliveryRows rows, CardMessages messages, FileIds files, ClosedChats closed, ReplyPost post,
			PressAnswers presses, ChatPace pace, Turns turns, PlatformTransactionManager transactions,
			ReplySettings settings) {
		this.rows = rows;
		this.messages = messages;
		this.files = files;
		this.closed = closed;
		this.post = post;
		this.presses = presses;
		this.pace = pace;
		this.turns = turns;
		this.transaction = new TransactionTemplate(transactions);
		this.settings = settings;
		this.inOrder = new ChatLanes("replies", (chatId) -> send(chatId, false), () -> rows.waitingChats(false), SWEEP,
				settings.chatsAtOnce());
		this.hurried = new ChatLanes("hurried-replies", (chatId) -> send(chatId, true), () -> rows.waitingChats(true),
				SWEEP, settings.chatsAtOnce());
	}

	void nudge(long chatId, boolean hurries) {
		(hurries ? this.hurried : this.inOrder).nudge(chatId);
	}

	/** Whatever makes one wait makes the later ones of its chat wait too. */
	private @Nullable Rest send(long chatId, boolean hurries) {
		while (this.inOrder.isRunning()) {
			Optional<Delivery> next = this.rows.claim(chatId, hurries);
			if (next.isEmpty()) {
				return null;
			}
			Delivery delivery = next.get();
			if (delivery.peace().isPositive()) {
				return restInPeace(delivery, hurries);
			}
			Rest rest = sendOne(delivery);
			if (rest != null) {
				return rest;
			}
		}
		return null;
	}

	private Rest restInPeace(Delivery delivery, boolean hurries) {
		this.pace.restInPeace(delivery.chatId());
		if (hurries) {
			this.rows.skipActivities(delivery.chatId());
		}
		return Rest.firm(delivery.peace());
	}

	/** What the chat rests before it goes on; absent: it goes on at once. */
	private @Nullable Rest sendOne(Delivery delivery) {
		if (delivery.unwanted()) {
			return settle(delivery, "dropped", CLOSED);
		}
		return Delivery.isProgress(delivery.reply()) ? sendProgress(delivery) : bring(delivery);
	}

	private @Nullable Rest sendProgress(Delivery delivery) {
		if (this.rows.isOutdated(delivery)) {
			return settle(delivery, "skipped", "something newer waits for the same card");
		}
		Duration early = ScopedValue.where(Urgency.UNDER_WAY, delivery.urgency())
			.call(() -> this.pace.untilProgress(delivery.chatId()));
		return early.isPositive() ? tooEarly(delivery, early) : bring(delivery);
	}

	private @Nullable Rest bring(Delivery delivery) {
		long begin = System.nanoTime();
		return switch (postSafely(delivery)) {
			case Outcome.Done done -> delivery.plain() ? settlePlain(delivery) : record(delivery, done);
			case Outcome.PartDone part -> recordPart(delivery, part);
			case Outcome.Uncleared(Outcome.PartDone part, Duration retryAfter) -> {
				recordPart(delivery, part);
				yield flood(delivery, retryAfter);
			}
			case Outcome.Failed(String why) -> fail(delivery, why);
			case Outcome.Unwanted unwanted -> drop(delivery, System.nanoTime() - begin);
			case Outcome.Moved(long chatId) -> move(delivery, chatId);
			case Outcome.TooEarly(Duration after) -> tooEarly(delivery, after);
			case Outcome.Flood(Duration retryAfter) -> flood(delivery, retryAfter);
			case Outcome.Lost(String reason, boolean reached) -> lost(delivery, reason, reached);
		};
	}

	/** Something urgent may come behind it, and then both are. */
	private static Rest tooEarly(Delivery delivery, Duration after) {
		return (delivery.urgency() == Urgency.ANSWER) ? Rest.firm(after) : Rest.unlessNudged(after);
	}

	/** What nobody foresaw is the fault of this one reply. */
	private Outcome postSafely(Delivery delivery) {
		try {
			return ScopedValue.where(Urgency.UNDER_WAY, delivery.urgency()).call(() -> this.post.post(delivery));
		}
		catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.atError().addKeyValue("chatId", delivery.chatId()).setCause(ex).log("Reply cannot be brought");
			return new Outcome.Failed(ex.toString());
		}
	}

	/** The person waits for the spinner to end, nobody for the record. */
	private @Nullable Rest record(Delivery delivery, Outcome.Done done) {
		this.presses.cardShown(delivery.correlationId());
		recordWith(() -> this.rows.settle(delivery.seq(), "done", null), () -> {
			done.gone().forEach((message) -> this.messages.forget(delivery.chatId(), message));
			done.shown().forEach(this.messages::remember);
			done.files().forEach(this.files::remember);
		});
		return null;
	}

	private @Nullable Rest recordPart(Delivery delivery, Outcome.PartDone part) {
		recordWith(() -> this.rows.advance(delivery.seq(), part.step()), () -> {
			part.shown().forEach(this.messages::remember);
			part.files().forEach(this.files::remember);
		});
		return null;
	}

	/**
	 * It is in the chat. What the database refuses to remember of it, it will refuse the
	 * next time, too, and the message must not come again for that.
	 */
	private void recordWith(Runnable progress, Runnable memories) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				memories.run();
				progress.run();
			});
		}
		catch (InvalidDataAccessResourceUsageException | DataIntegrityViolationException ex) {
			log.atError().setCause(ex).log("What is in a chat now cannot be remembered");
			progress.run();
		}
	}

	private @Nullable Rest fail(Delivery delivery, String why) {
		log.atError()
			.addKeyValue("chatId", delivery.chatId())
			.addKeyValue("correlationId", delivery.correlationId())
			.addKeyValue("reason", why)
			.log("Telegram does not take a reply");
		if (delivery.plain()) {
			return settlePlain(delivery);
		}
		if (delivery.isWorthPlainWords()) {
			this.rows.saveInPlainWords(delivery.seq(), why);
			return null;
		}
		return settle(delivery, "failed", why);
	}

	/** Told or not: it is among the failed ones, with its first error. */
	private @Nullable Rest settlePlain(Delivery delivery) {
		this.rows.settlePlain(delivery.seq());
		this.presses.cardShown(delivery.correlationId());
		return null;
	}

	private @Nullable Rest drop(Delivery delivery, long nanosAgo) {
		log.atInfo().addKeyValue("chatId", delivery.chatId()).log("Nobody there wants to hear, replies are dropped");
		this.closed.close(delivery.chatId(), Duration.ofNanos(nanosAgo));
		return settle(delivery, "dropped", CLOSED);
	}

	private @Nullable Rest move(Delivery delivery, long to) {
		log.atInfo().addKeyValue("chatId", delivery.chatId()).log("A group has moved, its replies go after it");
		this.rows.move(delivery.chatId(), to);
		nudge(to, Delivery.isHurried(delivery.reply()));
		return null;
	}

	private @Nullable Rest settle(Delivery delivery, String status, String note) {
		this.rows.settle(delivery.seq(), status, note);
		this.presses.cardShown(delivery.correlationId());
		return null;
	}

	/** It rests, as Telegram wants, when it is claimed again. */
	private @Nullable Rest flood(Delivery delivery, Duration retryAfter) {
		boolean everybody = this.turns.refuse(delivery.chatId(), retryAfter);
		log.atWarn()
			.addKeyValue("chatId", delivery.chatId())
			.addKeyValue("reason", retryAfter)
			.log(everybody ? "Telegram wants peace from the bot as a whole" : "Telegram wants peace for a while");
		return null;
	}

	private @Nullable Rest lost(Delivery delivery, String reason, boolean reached) {
		if (reached && delivery.troubled().compareTo(this.settings.giveUpAfter()) >= 0) {
			return fail(delivery, reason);
		}
		log.atWarn().addKeyValue("chatId", delivery.chatId()).addKeyValue("reason", reason).log("Reply not sent yet");
		this.rows.countAttempt(delivery.seq(), reason);
		Duration wait = SHORTEST_PAUSE.multipliedBy(1L << Math.min(delivery.attempts(), 10));
		return Rest.firm((wait.compareTo(this.settings.longestPause()) < 0) ? wait : this.settings.longestPause());
	}

	private void keepUp() {
		try {
			this.rows.renewClaims();
			this.pace.forgetQuietChats();
		}
		catch (Throwable ex) { // the timer would never call again
			log.atWarn().setCause(ex).log("Claims not renewed");
		}
	}

	@Override
	public void start() {
		this.inOrder.start();
		this.hurried.start();
		long third = this.settings.claim().toMillis() / 3;
		this.keepingUp = this.upkeep.scheduleWithFixedDelay(this::keepUp, third, third, TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.inOrder.stop();
		this.hurried.stop();
		if (this.keepingUp != null) {
			this.keepingUp.cancel(true);
		}
	}

	@PreDestroy
	void end() {
		this.upkeep.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.inOrder.isRunning();
	}

	@Override
	public int getPhase() {
		return this.inOrder.getPhase();
	}

}
