package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.messaging.NotPublished;

/**
 * Drives one replay: looks at how it stands, asks {@link Pacing} what to do next, does
 * it. Everything it knows stands in the database, so that another can go on at any point.
 * Longer than most, since the loop and what it keeps in mind are read together.
 */
@Component
class Driver {

	private static final Duration TICK = Duration.ofMillis(50);

	private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(Driver.class);

	private final ReplayRows replays;

	private final Passes passes;

	private final Steps steps;

	private final Leases leases;

	private final LiveLag liveLag;

	private final ReplayGroup group;

	private final Moments moments;

	private final ReplaySettings settings;

	Driver(ReplayRows replays, Passes passes, Steps steps, Leases leases, LiveLag liveLag, ReplayGroup group,
			Moments moments, ReplaySettings settings) {
		this.group = group;
		this.replays = replays;
		this.passes = passes;
		this.steps = steps;
		this.leases = leases;
		this.liveLag = liveLag;
		this.moments = moments;
		this.settings = settings;
	}

	/**
	 * Until it is at rest, or this instance has lost it, or the thread is interrupted.
	 */
	void drive(UUID id, String runner) {
		Drive drive = new Drive(runner, this.settings.silence());
		boolean goOn = true;
		while (goOn && !Thread.currentThread().isInterrupted()) {
			goOn = tryOnce(id, drive);
		}
		if (!Thread.currentThread().isInterrupted()) {
			this.leases.release(id, runner);
		}
	}

	private boolean tryOnce(UUID id, Drive drive) {
		try {
			return once(id, drive) && rest(TICK);
		}
		catch (NotPublished ex) {
			drive.doing = Doing.BROKER_AWAY;
			log.atWarn().addKeyValue("replayId", id).setCause(ex).log("Replay waits: the broker takes nothing");
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("replayId", id).setCause(ex).log("Replay waits and goes on");
		}
		return rest(AFTER_TROUBLE);
	}

	private boolean once(UUID id, Drive drive) {
		Optional<Replay> found = this.replays.find(id).filter((replay) -> replay.state().isDriven());
		Optional<Pass> walk = found.flatMap((replay) -> this.passes.find(id, replay.pass()));
		if (walk.isEmpty()) {
			return false;
		}
		Replay replay = found.get();
		Pass pass = walk.get();
		boolean secondOver = drive.isSecondOver();
		if (secondOver && !look(replay, pass, drive)) {
			return false;
		}
		boolean goOn = step(replay, pass, drive);
		if (!goOn || (secondOver && drive.isMomentOver())) {
			this.moments.note(pass, drive.lag, drive.doing);
		}
		return goOn;
	}

	/**
	 * What changes slowly; false when another instance has taken over. The lease is
	 * renewed beside each question to the broker, which may take its time to answer.
	 */
	private boolean look(Replay replay, Pass pass, Drive drive) {
		if (!this.leases.renew(replay.id(), drive.runner)) {
			return false;
		}
		drive.lag = this.liveLag.of(replay.target().service());
		this.leases.renew(replay.id(), drive.runner);
		drive.progress.look(this.steps.now(), (drive.lag != null) ? this.group.of(replay.target().service()) : null,
				pass.answered(), System.nanoTime());
		drive.overdue = this.steps.isSilenceThere(pass, drive.progress.silentBefore());
		return this.leases.renew(replay.id(), drive.runner);
	}

	private boolean step(Replay replay, Pass pass, Drive drive) {
		Pacing pacing = pass.isPreview() ? this.settings.ofPreview() : this.settings.ofRun(replay.stopPercent());
		int rate = pass.isPreview() ? this.settings.previewRate() : replay.rate();
		drive.earn(pacing.allowed(rate, drive.running(), drive.lag), rate);
		return switch (pacing.next(drive.situation(replay, pass))) {
			case NextStep.Send send -> send(replay, pass, send, drive);
			case NextStep.Chase chase -> chase(replay, pass, drive);
			case NextStep.Wait wait -> drive.at(wait.doing());
			case NextStep.Stop stop -> this.steps.stop(replay.id(), pass, stop.why());
			case NextStep.Finish finish -> this.steps.finish(replay.id(), pass);
		};
	}

	private boolean send(Replay replay, Pass pass, NextStep.Send send, Drive drive) {
		drive.at(send.doing());
		int sent = this.steps.send(replay, pass, send.count(), drive.runner);
		drive.owed -= sent;
		return sent > 0;
	}

	private boolean chase(Replay replay, Pass pass, Drive drive) {
		this.steps.chase(replay, pass, drive.progress.silentBefore());
		drive.overdue = this.steps.isSilenceThere(pass, drive.progress.silentBefore());
		return true;
	}

	private static boolean rest(Duration howLong) {
		try {
			Thread.sleep(howLong);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What a driver keeps in mind; a new one begins slowly again. */
	private static final class Drive {

		private static final long SECOND = Duration.ofSeconds(1).toNanos();

		/** From here on a moment is noted every ten seconds: a picture needs no more. */
		private static final Duration LONG = Duration.ofMinutes(10);

		private final String runner;

		private final long since = System.nanoTime();

		private final Progress progress;

		private long lookedAt;

		private long notedAt;

		private long earnedAt = this.since;

		private double owed;

		private boolean looked;

		private boolean overdue;

		private @Nullable Long lag;

		private Doing doing = Doing.SENDING;

		Drive(String runner, Duration silence) {
			this.runner = runner;
			this.progress = new Progress(silence, this.since);
		}

		boolean isSecondOver() {
			long now = System.nanoTime();
			if (this.looked && now - this.lookedAt < SECOND) {
				return false;
			}
			this.looked = true;
			this.lookedAt = now;
			return true;
		}

		boolean isMomentOver() {
			long now = System.nanoTime();
			if (running().compareTo(LONG) > 0 && now - this.notedAt < 10 * SECOND) {
				return false;
			}
			this.notedAt = now;
			return true;
		}

		Duration running() {
			return Duration.ofNanos(System.nanoTime() - this.since);
		}

		/** What the rate has allowed meanwhile; a second's worth at most is kept. */
		void earn(double allowed, int rate) {
			long now = System.nanoTime();
			this.owed = Math.min(this.owed + allowed * (now - this.earnedAt) / SECOND, Math.max(1, rate));
			this.earnedAt = now;
		}

		Pacing.Situation situation(Replay replay, Pass pass) {
			return new Pacing.Situation(this.owed, replay.items() - pass.sentTo(), pass.inFlight(), pass.answered(),
					pass.failed(), this.overdue, this.progress.isMoving(System.nanoTime()), this.lag);
		}

		boolean at(Doing now) {
			this.doing = now;
			return true;
		}

	}

}
