package studio.avatar.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords for names and addresses. An attempt counts before its password
 * is looked at, so that many at once are no way around it; a right password takes it
 * back.
 */
class SignInThrottle {

	/**
	 * So many names and addresses are remembered; beyond them the oldest is forgotten.
	 */
	private static final int REMEMBERED = 10_000;

	private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>();

	private final int most;

	private final Duration within;

	private final Clock clock;

	SignInThrottle(int most, Duration within, Clock clock) {
		this.most = most;
		this.within = within;
		this.clock = clock;
	}

	/**
	 * Counts an attempt, unless one has to wait first.
	 * @return how long to wait; empty when the attempt is heard
	 */
	synchronized Optional<Duration> begin(String name, String address) {
		Instant now = this.clock.instant();
		Duration wait = max(waitFor(key(name), now), waitFor(address, now));
		if (wait.isPositive()) {
			return Optional.of(wait);
		}
		count(key(name), now);
		count(address, now);
		return Optional.empty();
	}

	/** The password was right: its name begins anew, its address has one attempt less. */
	synchronized void succeeded(String name, String address) {
		this.attempts.remove(key(name));
		this.attempts.computeIfPresent(address, (key, times) -> {
			times.pollLast();
			return times.isEmpty() ? null : times;
		});
	}

	private Duration waitFor(String key, Instant now) {
		Deque<Instant> times = this.attempts.getOrDefault(key, new ArrayDeque<>());
		while (!times.isEmpty() && !times.getFirst().plus(this.within).isAfter(now)) {
			times.removeFirst();
		}
		return (times.size() < this.most) ? Duration.ZERO : Duration.between(now, times.getFirst().plus(this.within));
	}

	private void count(String key, Instant now) {
		Deque<Instant> times = this.attempts.getOrDefault(key, new ArrayDeque<>());
		this.attempts.remove(key);
		times.addLast(now);
		this.attempts.put(key, times);
		if (this.attempts.size() > REMEMBERED) {
			this.attempts.remove(this.attempts.keySet().iterator().next());
		}
	}

	// no address looks like this
	private static String key(String name) {
		return "name " + name.substring(0, Math.min(name.length(), 100));
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
