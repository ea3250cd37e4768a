package studio.avatar.console.replay;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ReplayOutcome;
import studio.avatar.common.messaging.ReplayRecord;
import studio.avatar.common.messaging.ReplaySending;
import studio.avatar.console.audit.Audit;

/**
 * What a driver does. An item counts as sent only after the broker has it: whoever dies
 * in between has it sent once more by the next one, and the service's inbox drops it.
 * Longer than most, since sending, sending again and ending have to agree.
 */
@Component
class Steps {

	private static final Logger log = LoggerFactory.getLogger(Steps.class);

	private static final ReplayOutcome.Failure TOO_MUCH = new ReplayOutcome.Failure("refused by the broker",
			"The broker does not take this record; it may be too large.", "0000000000000001");

	private static final ReplayOutcome.Failure GONE = new ReplayOutcome.Failure("not in the archive",
			"The archive no longer has it.", "0000000000000000");

	private final Items items;

	private final Passes passes;

	private final Silence silence;

	private final Outcomes outcomes;

	private final ReplaySending sending;

	private final ReplayRows replays;

	private final Walks walks;

	private final RunRequests requests;

	private final Audit audit;

	private final ReplaySettings settings;

	private final TransactionTemplate transaction;

	Steps(Items items, Passes passes, Silence silence, Outcomes outcomes, ReplaySending sending, ReplayRows replays,
			Walks walks, RunRequests requests, Audit audit, ReplaySettings settings, TransactionTemplate transaction) {
		this.items = items;
		this.passes = passes;
		this.silence = silence;
		this.outcomes = outcomes;
		this.sending = sending;
		this.replays = replays;
		this.walks = walks;
		this.requests = requests;
		this.audit = audit;
		this.settings = settings;
		this.transaction = transaction;
	}

	/**
	 * Sends the next items; how many. None when another instance holds the replay by now.
	 */
	int send(Replay replay, Pass pass, int count, String runner) {
		List<Items.Item> next = this.items.after(replay.id(), pass.sentTo(), count);
		List<ReplayRecord> refused = this.sending.send(replay.target().service(), records(replay, pass, 1, next));
		List<ReplayOutcome> known = Stream
			.concat(next.stream().filter(Items.Item::isGone).map((item) -> refused(item.number(), 1, GONE)),
					refused.stream().map((record) -> refused(record.item(), 1, TOO_MUCH)))
			.toList();
		boolean held = Boolean.TRUE.equals(this.transaction.execute((status) -> mark(pass, next, known, runner)));
		return held ? next.size() : 0;
	}

	private boolean mark(Pass pass, List<Items.Item> sent, List<ReplayOutcome> known, String runner) {
		if (!this.passes.sent(pass, sent.getFirst().number(), sent.getLast().number(), runner)) {
			return false;
		}
		if (!known.isEmpty()) {
			this.outcomes.keep(pass, known);
		}
		return true;
	}

	/** What is sent up to now was sent before that moment. */
	OffsetDateTime now() {
		return this.silence.ago(Duration.ZERO);
	}

	/**
	 * Whether something is silent, or so old that the broker may have it no more.
	 * @param silentBefore see {@link Progress#silentBefore}
	 */
	boolean isSilenceThere(Pass pass, @Nullable OffsetDateTime silentBefore) {
		OffsetDateTime before = later(silentBefore, lost());
		this.silence.leaveOutAnswered(pass, before);
		return this.silence.isThere(pass, before);
	}

	/**
	 * Sends once more what was silent, one chunk of it, and gives up what was silent
	 * twice, or is too old. No transaction is open while the broker is waited for.
	 */
	void chase(Replay replay, Pass pass, @Nullable OffsetDateTime silentBefore) {
		OffsetDateTime lost = lost();
		this.transaction.executeWithoutResult((status) -> {
			giveUp(pass, 2, later(silentBefore, lost));
			giveUp(pass, 1, lost);
		});
		if (silentBefore != null) {
			sendAgain(replay, pass, silentBefore);
		}
	}

	private OffsetDateTime lost() {
		return this.silence.ago(this.settings.unansweredAfter());
	}

	private static OffsetDateTime later(@Nullable OffsetDateTime one, OffsetDateTime other) {
		return (one != null && one.isAfter(other)) ? one : other;
	}

	private void giveUp(Pass pass, int attempt, OffsetDateTime before) {
		List<Long> silent = this.silence.items(pass, attempt, before);
		if (!silent.isEmpty()) {
			this.outcomes.giveUp(pass, silent);
		}
		this.silence.chased(pass, attempt, before);
	}

	private void sendAgain(Replay replay, Pass pass, OffsetDateTime before) {
		List<Long> silent = this.silence.items(pass, 1, before);
		if (!silent.isEmpty()) {
			log.atInfo()
				.addKeyValue("replayId", replay.id())
				.addKeyValue("count", silent.size())
				.log("Replayed records without an outcome are sent once more");
			this.sending.send(replay.target().service(),
					records(replay, pass, 2, this.items.these(replay.id(), silent)));
		}
		this.transaction.executeWithoutResult((status) -> {
			this.silence.chased(pass, 1, before);
			this.passes.sentAgain(pass, silent);
		});
	}

	/** Every item has its outcome; false since there is nothing more to drive. */
	boolean finish(UUID id, Pass pass) {
		this.transaction.executeWithoutResult((status) -> finish(this.replays.hold(id), pass));
		return false;
	}

	private void finish(Replay replay, Pass pass) {
		if (replay.pass() != pass.number()) {
			return;
		}
		switch (replay.state()) {
			case ReplayState.Previewing previewing -> previewed(replay, previewing.previewed());
			case ReplayState.Running running -> {
				this.walks.end(replay, running.complete(), null);
				note(replay, "replay completed", Map.of("failed", pass.failed(), "records", replay.items()));
			}
			default -> log.atDebug().addKeyValue("replayId", replay.id()).log("Replay was moved meanwhile");
		}
	}

	private void previewed(Replay replay, ReplayState.Previewed previewed) {
		this.walks.end(replay, previewed, null);
		if (replay.straight()) {
			goOn(replay, previewed);
		}
	}

	private void goOn(Replay replay, ReplayState.Previewed previewed) {
		try {
			this.requests.askForRetry(replay, previewed);
		}
		catch (ReplayRefused ex) {
			this.walks.end(replay, previewed.cancel(), ex.getMessage());
			note(replay, "replay cancelled", Map.of("words", ex.getMessage()));
		}
	}

	/** Too much failed; what was sent still has its outcome kept. */
	boolean stop(UUID id, Pass pass, String why) {
		this.transaction.executeWithoutResult((status) -> {
			Replay replay = this.replays.hold(id);
			if (replay.state() instanceof ReplayState.Running running && replay.pass() == pass.number()) {
				this.walks.end(replay, running.stop(), "Stopped: " + why);
				note(replay, "replay stopped", Map.of("because", why));
			}
		});
		return false;
	}

	/** The console itself did it, for whoever asked. */
	private void note(Replay replay, String what, Map<String, ?> details) {
		this.audit.note("console", what, replay.id().toString(), details);
	}

	private static List<ReplayRecord> records(Replay replay, Pass pass, int attempt, List<Items.Item> items) {
		return items.stream()
			.filter((item) -> !item.isGone())
			.map((item) -> record(replay, pass, attempt, item))
			.toList();
	}

	private static ReplayRecord record(Replay replay, Pass pass, int attempt, Items.Item item) {
		return new ReplayRecord(pass.wireId(), item.number(), attempt, item.place(),
				replay.target().consumerOf(item.place().topic()), replay.mode(), pass.isPreview(), item.key(),
				item.value(), Objects.requireNonNull(item.headers()));
	}

	private static ReplayOutcome refused(long item, int attempt, ReplayOutcome.Failure why) {
		return new ReplayOutcome(item, attempt, ReplayOutcome.Result.REFUSED, ReplayEffects.NONE, why);
	}

}
