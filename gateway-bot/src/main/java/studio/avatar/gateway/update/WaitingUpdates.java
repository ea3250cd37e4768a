package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Trace;
import studio.avatar.gateway.lane.ChatLanes;
import studio.avatar.gateway.lane.Rest;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.RoutingDecision;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works for the updates that had to wait: photos whose files must be fetched, whatever
 * came behind them in the same chat, and channels that must be left. Files are fetched
 * outside of any transaction; an album is taken as one.
 *
 * <p>
 * Longer than most: one update and an album go the same way, and it is read together.
 */
@Component
class WaitingUpdates implements SmartLifecycle {

	private static final Duration SWEEP = Duration.ofSeconds(1);

	private static final int CHATS_AT_ONCE = 16;

	private static final Logger log = LoggerFactory.getLogger(WaitingUpdates.class);

	private final Updates updates;

	private final ChatClaims claims;

	private final UpdateHandler handler;

	private final PhotoIntake photos;

	private final OtherChats others;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Listening listening;

	private final boolean brought;

	private final Duration albumQuiet;

	private final String causes;

	private final ChatLanes lanes;

	WaitingUpdates(Updates updates, ChatClaims claims, UpdateHandler handler, PhotoIntake photos, OtherChats others,
			PlatformTransactionManager transactions, Clock clock, Listening listening, TelegramSettings telegram,
			IntakeSettings settings, WebhookSettings webhook) {
		this.updates = updates;
		this.claims = claims;
		this.handler = handler;
		this.photos = photos;
		this.others = others;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.listening = listening;
		this.brought = webhook.isWanted();
		this.albumQuiet = webhook.isWanted() ? webhook.albumQuiet() : settings.albumQuiet();
		this.causes = Intake.causes(telegram);
		this.lanes = new ChatLanes("waiting-updates", this::workFor, updates::waitingChats, SWEEP, CHATS_AT_ONCE);
	}

	void nudge(long chatId) {
		this.lanes.nudge(chatId);
	}

	/** What another instance works for is looked at again by the sweep. */
	private @Nullable Rest workFor(long chatId) {
		if (!this.claims.take(chatId)) {
			return null;
		}
		try {
			return workThrough(chatId);
		}
		finally {
			this.claims.giveBack(chatId);
		}
	}

	private @Nullable Rest workThrough(long chatId) {
		while (this.lanes.isRunning()) {
			List<StoredUpdate> front = this.updates.front(chatId);
			if (front.isEmpty()) {
				return null;
			}
			Album next = Album.first(front);
			Optional<Instant> heardSince = this.listening.since();
			if (!next.whole() && heardSince.isEmpty()) {
				return null;
			}
			Duration missing = next.timeToWait(this.clock.instant(), heardSince.orElse(Instant.MIN), this.albumQuiet);
			if (missing.isPositive()) {
				return Rest.unlessNudged(missing);
			}
			Rest rest = answer(next.parts());
			if (rest != null) {
				return rest;
			}
		}
		return null;
	}

	/** Absent when they are settled, one way or the other. */
	private @Nullable Rest answer(List<StoredUpdate> together) {
		List<Long> ids = together.stream().map(StoredUpdate::updateId).toList();
		Arrival arrival = null;
		try {
			if (UpdateReading.read(together.getFirst().body()) instanceof ReadUpdate.Elsewhere elsewhere) {
				return answerElsewhere(together.getFirst(), elsewhere);
			}
			arrival = read(together);
			answer(ids, arrival, together);
		}
		catch (RuntimeException | Error ex) {
			if (Outage.isOne(ex)) {
				throw ex;
			}
			fail(ids, arrival, ex);
		}
		return null;
	}

	private @Nullable Rest answerElsewhere(StoredUpdate update, ReadUpdate.Elsewhere elsewhere) {
		Duration missing = this.others.prepare(elsewhere);
		if (missing.isPositive()) {
			return Rest.firm(missing);
		}
		Optional<String> reason = this.others.reasonToIgnore(elsewhere);
		this.transaction.executeWithoutResult((status) -> {
			boolean ours = settleOrRollBack(status, List.of(update.updateId()), reason.isPresent() ? "ignored" : "done",
					reason.orElse(null));
			if (ours && reason.isEmpty()) {
				this.others.answer(elsewhere, cause(update), update.receivedAt());
			}
		});
		return null;
	}

	private Cause cause(StoredUpdate update) {
		return new Cause(update.correlationId(), this.causes + update.updateId(), Trace.begin());
	}

	private void answer(List<Long> ids, Arrival arrival, List<StoredUpdate> together) {
		RoutingDecision decision = this.handler.decide(arrival);
		Arrival complete = (decision instanceof RoutingDecision.PhotoAnswer) ? fetched(arrival, together) : arrival;
		this.transaction.executeWithoutResult((status) -> {
			if (settleOrRollBack(status, ids, "done", null)) {
				this.handler.on(complete, decision);
			}
		});
	}

	private void fail(List<Long> ids, @Nullable Arrival arrival, Throwable why) {
		log.atError().addKeyValue("updateId", ids.getFirst()).setCause(why).log("Update kept with its error");
		boolean ours = this.transaction.execute((status) -> settleOrRollBack(status, ids, "failed", why.toString()));
		if (arrival != null && ours) {
			apologize(arrival);
		}
	}

	/** Another instance may have answered some of them. */
	private boolean settleOrRollBack(TransactionStatus status, List<Long> ids, String as, @Nullable String note) {
		boolean ours = this.updates.settle(ids, as, note);
		if (!ours) {
			status.setRollbackOnly();
		}
		return ours;
	}

	/** Tells the person that we failed, if at least that works. */
	void apologize(Arrival arrival) {
		this.handler.endSpinner(arrival);
		try {
			this.transaction.executeWithoutResult((status) -> this.handler.apologize(arrival));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("chatId", arrival.sender().chatId()).setCause(ex).log("Not even an apology");
		}
	}

	private Arrival fetched(Arrival arrival, List<StoredUpdate> together) {
		List<ChatEvent.SentPhoto> photos = this.photos.take(arrival.sender().chatId(),
				together.stream().map(WaitingUpdates::fileOf).toList());
		return new Arrival(arrival.cause(), arrival.at(), arrival.sender(), arrival.what(), photos);
	}

	private Arrival read(List<StoredUpdate> together) {
		StoredUpdate first = together.getFirst();
		ReadUpdate.FromPerson known = (ReadUpdate.FromPerson) UpdateReading.read(first.body());
		Incoming what = (known.what() instanceof Incoming.Photo photo) ? withCaptions(photo, together) : known.what();
		return new Arrival(cause(first), first.receivedAt(), known.sender(), what, List.of());
	}

	/** Whichever picture of the album carries words. */
	private static Incoming withCaptions(Incoming.Photo first, List<StoredUpdate> together) {
		String caption = together.stream()
			.map((part) -> photoOf(part).caption())
			.filter((words) -> !words.isBlank())
			.findFirst()
			.orElse("");
		return new Incoming.Photo(first.messageId(), first.file(), caption, first.album());
	}

	private static PhotoIntake.Wanted fileOf(StoredUpdate update) {
		return new PhotoIntake.Wanted(update.updateId(), photoOf(update).file());
	}

	private static Incoming.Photo photoOf(StoredUpdate update) {
		return (Incoming.Photo) ((ReadUpdate.FromPerson) UpdateReading.read(update.body())).what();
	}

	/** What is brought is heard from the start on. */
	@Override
	public void start() {
		if (this.brought) {
			this.listening.begin();
		}
		this.lanes.start();
	}

	@Override
	public void stop() {
		if (this.brought) {
			this.listening.end();
		}
		this.lanes.stop();
	}

	@Override
	public boolean isRunning() {
		return this.lanes.isRunning();
	}

	@Override
	public int getPhase() {
		return this.lanes.getPhase();
	}

}
