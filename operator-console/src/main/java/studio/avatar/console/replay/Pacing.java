package studio.avatar.console.replay;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a pass does next. Pure: everything it knows, somebody measured.
 *
 * @param ramp how long it takes to reach the full rate
 * @param mostInFlight how many records may be sent and without an outcome
 * @param stopPercent from how many failures of a hundred outcomes on it stops; 0 never
 * @param outcomesToJudge how many outcomes make a ratio worth something
 * @param firstErrors it stops when the first outcomes, this many, are all failures
 * @param lagThatSlows records that live consumers are behind from which on it goes at
 * half its rate
 * @param lagThatHalts and from which on it waits
 */
record Pacing(Duration ramp, int mostInFlight, int stopPercent, int outcomesToJudge, int firstErrors, long lagThatSlows,
		long lagThatHalts) {

	/** Sent in one go; also what a tick reads from the database. */
	static final int CHUNK = 500;

	/**
	 * How many records a second it may send now.
	 * @param rate the full rate
	 */
	double allowed(int rate, Duration running, @Nullable Long lag) {
		if (lag == null || lag > this.lagThatHalts) {
			return 0;
		}
		double climbed = this.ramp.isZero() ? 1 : Math.min(1, (double) running.toMillis() / this.ramp.toMillis());
		return rate * climbed * ((lag > this.lagThatSlows) ? 0.5 : 1);
	}

	NextStep next(Situation now) {
		if (now.remaining() == 0 && now.inFlight() == 0) {
			return new NextStep.Finish();
		}
		if (tooMuchFailed(now)) {
			return new NextStep.Stop(
					"%,d of the first %,d outcomes were failures".formatted(now.failed(), now.answered()));
		}
		if (now.overdue()) {
			return new NextStep.Chase();
		}
		if (now.inFlight() > 0 && !now.moving()) {
			return new NextStep.Wait(Doing.NOT_ANSWERING);
		}
		return (now.remaining() == 0) ? new NextStep.Wait(Doing.AWAITING_OUTCOMES) : send(now);
	}

	private NextStep send(Situation now) {
		if (now.lag() == null) {
			return new NextStep.Wait(Doing.LAG_UNKNOWN);
		}
		if (now.lag() > this.lagThatHalts) {
			return new NextStep.Wait(Doing.YIELDING);
		}
		long room = this.mostInFlight - now.inFlight();
		if (room <= 0) {
			return new NextStep.Wait(Doing.AWAITING_OUTCOMES);
		}
		long count = Math.min(Math.min((long) now.owed(), room), Math.min(CHUNK, now.remaining()));
		Doing doing = (now.lag() > this.lagThatSlows) ? Doing.SLOWED : Doing.SENDING;
		return (count > 0) ? new NextStep.Send((int) count, doing) : new NextStep.Wait(doing);
	}

	private boolean tooMuchFailed(Situation now) {
		if (this.stopPercent == 0 || now.failed() == 0) {
			return false;
		}
		boolean allOfTheFirst = now.answered() >= this.firstErrors && now.failed() == now.answered();
		boolean ratio = now.answered() >= this.outcomesToJudge
				&& now.failed() * 100 >= this.stopPercent * now.answered();
		return allOfTheFirst || ratio;
	}

	/**
	 * What is known at one moment.
	 *
	 * @param owed how many records the rate has allowed since the last one was sent
	 * @param remaining not yet sent
	 * @param inFlight sent, without an outcome
	 * @param answered with an outcome, or given up as unanswered
	 * @param failed of those, the ones somebody has to look at
	 * @param overdue whether something that was sent has been silent for too long
	 * @param moving whether the service gets on with what it was sent
	 * @param lag how far live consumers are behind, in records; absent when not known
	 */
	record Situation(double owed, long remaining, long inFlight, long answered, long failed, boolean overdue,
			boolean moving, @Nullable Long lag) {
	}

}
