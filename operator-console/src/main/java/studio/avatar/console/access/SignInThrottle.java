package studio.avatar.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Counts wrong passwords for names and addresses. As long as attempts that are being
 * checked could all be wrong ones, the next has to stand in line: many at once are no way
 * around it, and a program that calls often with the right password is not refused.
 */
class SignInThrottle {

	/**
	 * So many names and addresses are remembered; beyond them the oldest is forgotten.
	 */
	private static final int REMEMBERED = 10_000;

	/** So long an attempt stands in line behind others. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<String, Attempts> remembered = new LinkedHashMap<>();

	private final int most;

	private final Duration within;

	private final Clock clock;

	SignInThrottle(int most, Duration within, Clock clock) {
		this.most = most;
		this.within = within;
		this.clock = clock;
	}

	/**
	 * Begins an attempt, unless one has to wait first. What was begun must be ended.
	 * @return how long to wait; empty when the attempt is heard
	 */
	synchronized Optional<Duration> begin(String name, String address) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			List<Attempts> both = both(name, address);
			Duration wait = longest(both.stream().map((attempts) -> attempts.toWait(this.clock.instant())));
			if (wait.isPositive()) {
				return Optional.of(wait);
			}
			if (both.stream().allMatch(Attempts::hasRoom)) {
				both.forEach((attempts) -> attempts.underWay++);
				return Optional.empty();
			}
			if (System.nanoTime() > deadline) {
				return Optional.of(Duration.ofSeconds(1));
			}
			standInLine();
		}
	}

	/** Ends an attempt that was begun; a wrong one counts. */
	synchronized void end(String name, String address, boolean wasRight) {
		both(name, address).forEach((attempts) -> attempts.end(this.clock.instant(), wasRight));
		notifyAll();
	}

	private void standInLine() {
		try {
			TimeUnit.SECONDS.timedWait(this, 1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while signing in", ex);
		}
	}

	private List<Attempts> both(String name, String address) {
		// no address looks like the key of a name
		return List.of(of("name " + name.substring(0, Math.min(name.length(), 100))), of(address));
	}

	private Attempts of(String key) {
		Attempts attempts = this.remembered.remove(key);
		attempts = (attempts != null) ? attempts : new Attempts();
		this.remembered.put(key, attempts);
		if (this.remembered.size() > REMEMBERED) {
			this.remembered.remove(this.remembered.keySet().iterator().next());
		}
		return attempts;
	}

	private static Duration longest(Stream<Duration> durations) {
		return durations.max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** Of one name, or from one address. */
	private final class Attempts {

		private final Deque<Instant> wrong = new ArrayDeque<>();

		private int underWay;

		Duration toWait(Instant now) {
			while (!this.wrong.isEmpty() && !countsUntil(this.wrong.getFirst()).isAfter(now)) {
				this.wrong.removeFirst();
			}
			return (this.wrong.size() < SignInThrottle.this.most) ? Duration.ZERO
					: Duration.between(now, countsUntil(this.wrong.getFirst()));
		}

		boolean hasRoom() {
			return this.wrong.size() + this.underWay < SignInThrottle.this.most;
		}

		void end(Instant now, boolean wasRight) {
			this.underWay = Math.max(0, this.underWay - 1);
			if (!wasRight) {
				this.wrong.addLast(now);
			}
		}

		private Instant countsUntil(Instant attempt) {
			return attempt.plus(SignInThrottle.this.within);
		}

	}

}
