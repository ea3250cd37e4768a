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
 * Counts wrong passwords of a name from one address, and with higher bounds all that come
 * from an address and all for a name; whoever signed in rightly from there within a day
 * is not kept out by what others do. As long as attempts that are being checked could all
 * be wrong ones, the next has to stand in line: many at once are no way around it, and a
 * program that calls often with the right password is not refused.
 */
class SignInThrottle {

	/** So many times the bound of a name from one address. */
	private static final int OF_AN_ADDRESS = 10;

	private static final int OF_A_NAME = 20;

	/** So many are remembered; beyond them the oldest is forgotten. */
	private static final int REMEMBERED = 30_000;

	/** So long an attempt stands in line behind others. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration TRUST = Duration.ofDays(1);

	/**
	 * Checking is all work: more at once would only take longer, and all else with it.
	 */
	private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

	private final Map<String, Attempts> remembered = new LinkedHashMap<>();

	private final int most;

	private final Duration within;

	private final Clock clock;

	private int underWay;

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
			List<Attempts> bounds = bounds(name, address);
			Duration wait = longest(bounds.stream().map((attempts) -> attempts.toWait(this.clock.instant())));
			if (wait.isPositive()) {
				return Optional.of(wait);
			}
			if (this.underWay < AT_ONCE && bounds.stream().allMatch(Attempts::hasRoom)) {
				this.underWay++;
				all(name, address).forEach((attempts) -> attempts.underWay++);
				return Optional.empty();
			}
			if (System.nanoTime() > deadline) {
				return Optional.of(Duration.ofSeconds(1));
			}
			standInLine();
		}
	}

	/**
	 * Ends an attempt that was begun; a wrong one counts.
	 * @return whether it was the one too many, so that the next has to wait
	 */
	synchronized boolean end(String name, String address, boolean wasRight) {
		Instant now = this.clock.instant();
		this.underWay--;
		all(name, address).forEach((attempts) -> attempts.end(now, wasRight));
		if (wasRight) {
			pair(name, address).lastRight = now;
		}
		notifyAll();
		return !wasRight && bounds(name, address).stream().anyMatch(Attempts::isFull);
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

	/** Those whose bounds hold for this one. */
	private List<Attempts> bounds(String name, String address) {
		Attempts pair = pair(name, address);
		boolean trusted = pair.lastRight.plus(TRUST).isAfter(this.clock.instant());
		return trusted ? List.of(pair) : all(name, address);
	}

	// no address has a blank, so that none of the keys looks like another
	private List<Attempts> all(String name, String address) {
		return List.of(of(address, OF_AN_ADDRESS), of("name " + name, OF_A_NAME), pair(name, address));
	}

	private Attempts pair(String name, String address) {
		return of(address + " " + name, 1);
	}

	private Attempts of(String whole, int times) {
		String key = whole.substring(0, Math.min(whole.length(), 160));
		Attempts attempts = this.remembered.remove(key);
		attempts = (attempts != null) ? attempts : new Attempts(this.most * times);
		this.remembered.put(key, attempts);
		if (this.remembered.size() > REMEMBERED) {
			this.remembered.remove(this.remembered.keySet().iterator().next());
		}
		return attempts;
	}

	private static Duration longest(Stream<Duration> durations) {
		return durations.max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** Of one name, from one address, or both. */
	private final class Attempts {

		private final Deque<Instant> wrong = new ArrayDeque<>();

		private final int most;

		private int underWay;

		private Instant lastRight = Instant.EPOCH;

		Attempts(int most) {
			this.most = most;
		}

		Duration toWait(Instant now) {
			while (!this.wrong.isEmpty() && !countsUntil(this.wrong.getFirst()).isAfter(now)) {
				this.wrong.removeFirst();
			}
			return isFull() ? Duration.between(now, countsUntil(this.wrong.getFirst())) : Duration.ZERO;
		}

		boolean isFull() {
			return this.wrong.size() >= this.most;
		}

		boolean hasRoom() {
			return this.wrong.size() + this.underWay < this.most;
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
