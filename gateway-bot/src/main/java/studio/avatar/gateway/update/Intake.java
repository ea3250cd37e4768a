package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import studio.avatar.gateway.note.Note;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.RoutingDecision;
import studio.avatar.gateway.telegram.TelegramSettings;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch of updates in: each is kept and, where nothing of its chat waits and no
 * file must be fetched, answered in the same transaction. Some chats share a commit, the
 * parts of a batch go side by side, each chat in its own order. Where one update of a
 * part makes us fail, each of them gets a transaction of its own: that one is kept with
 * the error, and the next one flows. When we are behind, updates are only written down,
 * and {@link WaitingUpdates} works for them.
 *
 * <p>
 * Longer than most: every way an update takes in is read together.
 */
@Component
class Intake {

	private static final Logger log = LoggerFactory.getLogger(Intake.class);

	private static final String RECEIVED = "received";

	private static final String DONE = "done";

	/** How long many wait for whoever is busy with one of them. */
	private static final Duration SHORTLY = Duration.ofMillis(50);

	private final Updates updates;

	private final UpdateHandler handler;

	private final WaitingUpdates waiting;

	private final OtherChats others;

	private final TransactionTemplate transaction;

	private final MeterRegistry meters;

	private final Clock clock;

	private final String causes;

	private final int partsAtOnce;

	private final Semaphore atOnce;

	private final Duration patience;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	Intake(Updates updates, UpdateHandler handler, WaitingUpdates waiting, OtherChats others,
			PlatformTransactionManager transactions, MeterRegistry meters, Clock clock, TelegramSettings telegram,
			IntakeSettings settings) {
		this.updates = updates;
		this.handler = handler;
		this.waiting = waiting;
		this.others = others;
		this.transaction = new TransactionTemplate(transactions);
		this.meters = meters;
		this.clock = clock;
		this.causes = causes(telegram);
		this.partsAtOnce = settings.chatsAtOnce();
		this.atOnce = new Semaphore(this.partsAtOnce);
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
		List<Future<?>> parts = Part.of(batch, this.partsAtOnce).stream().<Future<?>>map(this::begin).toList();
		List<Throwable> failures = parts.stream().flatMap((part) -> failure(part).stream()).toList();
		if (!failures.isEmpty()) {
			throw new IllegalStateException("updates could not be kept", failures.getFirst());
		}
	}

	private Future<?> begin(Part part) {
		return this.workers.submit(() -> {
			this.atOnce.acquire();
			try {
				takePart(part);
			}
			finally {
				this.atOnce.release();
			}
			return null;
		});
	}

	/** What is no person's update, or cannot be read, goes a way of its own. */
	private void takePart(Part part) {
		List<Taken> known = new ArrayList<>();
		part.updates().forEach((update) -> known(update).ifPresentOrElse(known::add, () -> take(update)));
		if (!part.later() && known.size() < 2 || !takeTogether(known, part.later())) {
			known.forEach((one) -> take(one.update()));
		}
	}

	private Optional<Taken> known(RawUpdate update) {
		try {
			return (UpdateReading.read(update.body()) instanceof ReadUpdate.FromPerson known)
					? Optional.of(new Taken(update, arrival(update, known), RECEIVED)) : Optional.empty();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return Optional.empty();
		}
	}

	/** Whether it worked; otherwise nothing was done. */
	private boolean takeTogether(List<Taken> known, boolean later) {
		try {
			count(later ? keepForLater(known) : answerOrKeep(known));
			return true;
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (!(ex instanceof ConcurrencyFailureException) && Outage.isOne(ex)) {
				throw ex;
			}
			log.atInfo().addKeyValue("reason", ex.toString()).log("Updates are taken in one by one");
			return false;
		}
	}

	private List<Taken> answerOrKeep(List<Taken> known) {
		return this.transaction.execute((status) -> {
			this.updates.waitAtMost(SHORTLY);
			return known.stream().map((one) -> one.as(answerOrKeep(one.update(), one.arrival()))).toList();
		});
	}

	/** Written down in one go. */
	private List<Taken> keepForLater(List<Taken> known) {
		Set<Long> fresh = this.updates.keepAll(known.stream().map((one) -> read(one.update(), one.arrival())).toList());
		List<Taken> taken = known.stream()
			.map((one) -> one.as(fresh.contains(one.update().updateId()) ? RECEIVED : "duplicate"))
			.toList();
		taken.stream().filter(Taken::waits).forEach((one) -> this.handler.endSpinner(one.arrival()));
		return taken;
	}

	private void count(List<Taken> taken) {
		for (Taken one : taken) {
			this.meters.counter("telegram.updates", "outcome", one.outcome()).increment();
			if (one.waits()) {
				this.waiting.nudge(one.arrival().sender().chatId());
			}
		}
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
			case ReadUpdate.Elsewhere elsewhere -> takeFromElsewhere(update, elsewhere);
		};
	}

	private String takeFromElsewhere(RawUpdate update, ReadUpdate.Elsewhere elsewhere) {
		OptionalLong waitsIn = this.others.waitsIn(elsewhere);
		if (waitsIn.isPresent()) {
			return keepForLater(update, waitsIn.getAsLong());
		}
		Optional<String> reason = this.others.reasonToIgnore(elsewhere);
		if (reason.isPresent()) {
			return keep(unread(update), "ignored", reason.get());
		}
		Cause cause = cause(update.updateId());
		NewUpdate kept = new NewUpdate(update.updateId(), null, null, update.body(), this.clock.instant(),
				cause.correlationId());
		try {
			return this.transaction.execute((status) -> {
				String outcome = keep(kept, DONE, null);
				if (outcome.equals(DONE)) {
					this.others.answer(elsewhere, cause, kept.receivedAt());
				}
				return outcome;
			});
		}
		catch (RuntimeException | Error ex) {
			if (Outage.isOne(ex)) {
				throw ex;
			}
			return keepAsFailed(update, null, ex);
		}
	}

	/** Telegram has to do something first, and nobody but that chat waits for it. */
	private String keepForLater(RawUpdate update, long chatId) {
		String outcome = keep(new NewUpdate(update.updateId(), chatId, null, update.body(), this.clock.instant(),
				UUID.randomUUID().toString()), RECEIVED, null);
		if (outcome.equals(RECEIVED)) {
			this.waiting.nudge(chatId);
		}
		return outcome;
	}

	private String takeFromPerson(RawUpdate update, ReadUpdate.FromPerson known) {
		Arrival arrival = arrival(update, known);
		try {
			String outcome = this.transaction.execute((status) -> {
				this.updates.waitAtMost(this.patience);
				return answerOrKeep(update, arrival);
			});
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

	private Arrival arrival(RawUpdate update, ReadUpdate.FromPerson known) {
		return new Arrival(cause(update.updateId()), this.clock.instant(), known.sender(), known.what(), List.of());
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

	/** An update of a part that is taken in together, and what became of it. */
	private record Taken(RawUpdate update, Arrival arrival, String outcome) {

		Taken as(String outcome) {
			return new Taken(this.update, this.arrival, outcome);
		}

		boolean waits() {
			return this.outcome.equals(RECEIVED);
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
			return new RawUpdate(update.path("update_id").asLong(0), UpdateKind.chatOf(update),
					Note.whole(update.toString()));
		}

	}

}
