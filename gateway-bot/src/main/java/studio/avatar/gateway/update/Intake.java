package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Trace;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.RoutingDecision;
import studio.avatar.gateway.telegram.TelegramSettings;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch of updates in: each is kept and, where nothing of its chat waits and no
 * file must be fetched, answered in the same transaction. Chats go side by side, each in
 * its own order. An update that makes us fail is kept with the error, and the next one
 * flows.
 *
 * <p>
 * Longer than most: every way an update takes in is read together.
 */
@Component
class Intake {

	private static final Logger log = LoggerFactory.getLogger(Intake.class);

	private static final String RECEIVED = "received";

	private static final String DONE = "done";

	private final Updates updates;

	private final UpdateHandler handler;

	private final WaitingUpdates waiting;

	private final TransactionTemplate transaction;

	private final MeterRegistry meters;

	private final Clock clock;

	private final String causes;

	private final Semaphore atOnce;

	private final Duration patience;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	Intake(Updates updates, UpdateHandler handler, WaitingUpdates waiting, PlatformTransactionManager transactions,
			MeterRegistry meters, Clock clock, TelegramSettings telegram, IntakeSettings settings) {
		this.updates = updates;
		this.handler = handler;
		this.waiting = waiting;
		this.transaction = new TransactionTemplate(transactions);
		this.meters = meters;
		this.clock = clock;
		this.causes = causes(telegram);
		this.atOnce = new Semaphore(settings.chatsAtOnce());
		this.patience = settings.lockPatience();
	}

	static String causes(TelegramSettings telegram) {
		return "update/" + telegram.botId() + "/";
	}

	/**
	 * Takes all of them in, or throws when none is under way any more: then nothing may
	 * be confirmed, and those that were taken in are known when they come again.
	 */
	void take(List<RawUpdate> batch) {
		Map<Long, List<RawUpdate>> byChat = new LinkedHashMap<>();
		batch.forEach((update) -> byChat.computeIfAbsent(update.order(), (chat) -> new ArrayList<>()).add(update));
		List<Future<?>> chats = byChat.values().stream().<Future<?>>map(this::begin).toList();
		List<Throwable> failures = chats.stream().flatMap((chat) -> failure(chat).stream()).toList();
		if (!failures.isEmpty()) {
			throw new IllegalStateException("updates could not be kept", failures.getFirst());
		}
	}

	private Future<?> begin(List<RawUpdate> ofOneChat) {
		return this.workers.submit(() -> {
			this.atOnce.acquire();
			try {
				ofOneChat.forEach(this::take);
			}
			finally {
				this.atOnce.release();
			}
			return null;
		});
	}

	private void take(RawUpdate update) {
		String outcome = takeOrKeepWithError(update);
		this.meters.counter("telegram.updates", "outcome", outcome).increment();
	}

	private String takeOrKeepWithError(RawUpdate update) {
		ReadUpdate read;
		try {
			read = UpdateReading.read(update.body());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return keepAsFailed(update, null, ex);
		}
		return switch (read) {
			case ReadUpdate.Ignored(String reason) -> keep(unread(update), "ignored", reason);
			case ReadUpdate.FromPerson known -> takeFromPerson(update, known);
		};
	}

	private String takeFromPerson(RawUpdate update, ReadUpdate.FromPerson known) {
		Arrival arrival = new Arrival(cause(update.updateId()), this.clock.instant(), known.sender(), known.what(),
				List.of());
		try {
			String outcome = this.transaction.execute((status) -> answerOrKeep(update, arrival));
			return workOffIfKept(known, outcome);
		}
		catch (RuntimeException | Error ex) {
			if (SqlState.of(ex).equals(SqlState.LOCK_NOT_AVAILABLE)) {
				return workOffIfKept(known, keepForLater(update, arrival));
			}
			if (Outage.isOne(ex)) {
				throw ex;
			}
			return keepAsFailed(update, arrival, ex);
		}
	}

	private String workOffIfKept(ReadUpdate.FromPerson known, String outcome) {
		if (outcome.equals(RECEIVED)) {
			this.waiting.nudge(known.sender().chatId());
		}
		return outcome;
	}

	/**
	 * Somebody else is busy with this chat: nobody but the chat itself waits for that.
	 */
	private String keepForLater(RawUpdate update, Arrival arrival) {
		this.handler.endSpinner(arrival);
		return keep(read(update, arrival), RECEIVED, null);
	}

	/**
	 * One commit for the common case. The parts of an album wait for each other: it is
	 * answered once.
	 */
	private String answerOrKeep(RawUpdate update, Arrival arrival) {
		this.updates.waitAtMost(this.patience);
		RoutingDecision decision = this.handler.decide(arrival);
		NewUpdate kept = read(update, arrival);
		boolean later = decision instanceof RoutingDecision.PhotoAnswer || kept.album() != null
				|| this.updates.anyWaiting(arrival.sender().chatId());
		String outcome = keep(kept, later ? RECEIVED : DONE, null);
		switch (outcome) {
			case DONE -> this.handler.on(arrival, decision);
			case RECEIVED -> this.handler.endSpinner(arrival);
			default -> {
			}
		}
		return outcome;
	}

	private NewUpdate unread(RawUpdate update) {
		return new NewUpdate(update.updateId(), null, null, update.body(), this.clock.instant(), null);
	}

	private static NewUpdate read(RawUpdate update, Arrival arrival) {
		String album = (arrival.what() instanceof Incoming.Photo photo) ? photo.album() : null;
		return new NewUpdate(update.updateId(), arrival.sender().chatId(), album, update.body(), arrival.at(),
				arrival.cause().correlationId());
	}

	private String keep(NewUpdate update, String status, @Nullable String note) {
		return this.updates.keep(update, status, note) ? status : "duplicate";
	}

	private String keepAsFailed(RawUpdate update, @Nullable Arrival arrival, Throwable why) {
		log.atError().addKeyValue("updateId", update.updateId()).setCause(why).log("Update kept with its error");
		NewUpdate kept = (arrival != null) ? read(update, arrival) : unread(update);
		String outcome = keep(kept, "failed", why.toString());
		if (arrival != null && outcome.equals("failed")) {
			this.waiting.apologize(arrival);
		}
		return outcome;
	}

	private Cause cause(long updateId) {
		return new Cause(UUID.randomUUID().toString(), this.causes + updateId, Trace.begin());
	}

	private static Optional<Throwable> failure(Future<?> chat) {
		try {
			chat.get();
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while taking updates in", ex);
		}
		catch (java.util.concurrent.ExecutionException ex) {
			return Optional.of(ex.getCause());
		}
	}

	/**
	 * An update as it stands on the wire.
	 *
	 * @param order updates with the same number keep their order: the chat, or 0 where
	 * none can be seen
	 */
	record RawUpdate(long updateId, long order, String body) {

		static RawUpdate of(JsonNode update) {
			JsonNode message = update.has("callback_query") ? update.path("callback_query").path("message")
					: update.has("message") ? update.path("message") : update.path("my_chat_member");
			return new RawUpdate(update.path("update_id").asLong(0), message.path("chat").path("id").asLong(0),
					update.toString());
		}

	}

}
